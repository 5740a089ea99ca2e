using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Infrastructure.Accounts;

namespace Mentorship.Api.Features.Accounts;

/// <summary>
/// New tokens for a refresh token, which is used up; null when it is none of ours, too old or its session ended. One that was used
/// before ends every session of its family, so it must be saved and not thrown.
/// </summary>
public sealed record RefreshSession(string? RefreshToken) : ICommand<SessionTokens?>
{
    public override string ToString() => nameof(RefreshSession);
}

internal sealed class RefreshSessionHandler(Sessions sessions) : IRequestHandler<RefreshSession, SessionTokens?>
{
    public Task<SessionTokens?> Handle(RefreshSession command, CancellationToken cancellation) =>
        sessions.Refresh(command.RefreshToken, cancellation);
}
