using FluentValidation;
using MediatR;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Time;
using Mentorship.Infrastructure.Accounts;
using NodaTime;

namespace Mentorship.Api.Features.Communities;

/// <summary>
/// The operator founds a community with its first coordinator, who is invited by e-mail. Refused fields answer
/// <c>name-invalid</c>, <c>zone-unknown</c>, <c>email-invalid</c>.
/// </summary>
public sealed record FoundCommunity(string? Name, string? ZoneId, string? CoordinatorEmail) : ICommand<CommunityId>
{
    public override string ToString() => nameof(FoundCommunity);
}

internal sealed class FoundCommunityValidator : AbstractValidator<FoundCommunity>
{
    public FoundCommunityValidator()
    {
        RuleFor(f => f.Name).Must(IsName)
            .WithErrorCode("name-invalid").WithMessage("Give the community a name of 1 to 200 characters on one line.");
        RuleFor(f => f.ZoneId).Must(z => z is not null && Zones.IsKnown(z))
            .WithErrorCode("zone-unknown").WithMessage("Use an IANA name such as Europe/Dublin.");
        RuleFor(f => f.CoordinatorEmail).IsEmail();
    }

    private static bool IsName(string? name) => name?.Trim().Length is > 0 and <= 200 && ShownText.IsSound(name);
}

internal sealed class FoundCommunityHandler(
    ICommunities communities, IStore<Member, MemberId> members, IVault vault, Invitations invitations, IClock clock)
    : IRequestHandler<FoundCommunity, CommunityId>
{
    public async Task<CommunityId> Handle(FoundCommunity command, CancellationToken cancellation)
    {
        var community = new Community(command.Name!.Trim(), command.ZoneId!);
        communities.Add(community);
        var profile = new Profile { ZoneId = community.ZoneId };
        var coordinator = new Member(community.Id, "Coordinator", Roles.Coordinator, profile, clock.GetCurrentInstant());
        members.Add(coordinator);
        await vault.SealContactOf(coordinator, command.CoordinatorEmail!.Trim(), phone: null, cancellation);
        var asThemselves = new Actor(community.Id, coordinator.Id, coordinator.Roles);
        invitations.Mail(asThemselves, command.CoordinatorEmail!.Trim(), coordinator.Roles, coordinator.Id);
        return community.Id;
    }
}
