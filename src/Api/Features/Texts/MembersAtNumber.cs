using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Persistence.Texts;

namespace Mentorship.Api.Features.Texts;

/// <summary>Who agreed to texts at a number, in whichever community; nobody for what is no number.</summary>
public sealed record MembersAtNumber(string? Number) : IQuery<IReadOnlyList<TextedMember>>
{
    public override string ToString() => nameof(MembersAtNumber);
}

internal sealed class MembersAtNumberHandler(PhoneBook book) : IRequestHandler<MembersAtNumber, IReadOnlyList<TextedMember>>
{
    public async Task<IReadOnlyList<TextedMember>> Handle(MembersAtNumber query, CancellationToken cancellation) =>
        Domain.Members.PhoneNumber.InE164(query.Number) is { } number ? await book.At(number, cancellation) : [];
}
