using FluentValidation;
using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.CheckIns;
using Mentorship.Domain.Progress;
using NodaTime;

namespace Mentorship.Api.Features.Progress;

/// <summary>
/// A member marks what of their pathway's numbers is done or being worked on, all of them anew; a number without a mark is not begun. 400
/// <c>marks-doubled</c>, <c>state-unknown</c>; 409 <c>work-not-numbered</c>, <c>work-number-unknown</c>.
/// </summary>
public sealed record SetWork(Actor Actor, ProgressId Progress, int? IfVersion, IReadOnlyList<WorkMark> Marks) : ICommand<Unit>, IActed
{
    public override string ToString() => nameof(SetWork);
}

/// <summary>A member shows their work to their mentor, or takes that back, which hides it at once. 400 <c>audience-unknown</c>.</summary>
public sealed record ShareWork(Actor Actor, ProgressId Progress, Audience Audience) : ICommand<Unit>, IActed;

internal sealed class SetWorkValidator : AbstractValidator<SetWork>
{
    public SetWorkValidator()
    {
        RuleFor(s => s.Marks).Must(marks => marks.Select(m => m.Number).Distinct().Count() == marks.Count)
            .WithErrorCode("marks-doubled").WithMessage("Mark each number once.");
        RuleFor(s => s.Marks).Must(marks => marks.All(m => Enum.IsDefined(m.State)))
            .WithErrorCode("state-unknown").WithMessage("Use working-on or done.");
    }
}

internal sealed class ShareWorkValidator : AbstractValidator<ShareWork>
{
    public ShareWorkValidator() => RuleFor(s => s.Audience).Must(a => a is Audience.Me or Audience.Mentor)
        .WithErrorCode("audience-unknown").WithMessage("Use me or mentor.");
}

internal sealed class SetWorkHandler(IStore<PathwayProgress, ProgressId> store, IVault vault, IClock clock)
    : IRequestHandler<SetWork, Unit>, IRequestHandler<ShareWork, Unit>
{
    public async Task<Unit> Handle(SetWork command, CancellationToken cancellation)
    {
        var progress = await store.Get(command.Progress, cancellation);
        progress.MustBelongTo(command.Actor.Member);
        progress.MustBeAtEdition(command.IfVersion);
        progress.MustHaveNumbers(command.Marks.Select(m => m.Number));
        progress.KeepWork(await vault.SealWork(progress, command.Marks, cancellation));
        return Unit.Value;
    }

    public async Task<Unit> Handle(ShareWork command, CancellationToken cancellation)
    {
        var progress = await store.Get(command.Progress, cancellation);
        progress.MustBelongTo(command.Actor.Member);
        progress.ShowWork(command.Audience, clock.GetCurrentInstant());
        return Unit.Value;
    }
}
