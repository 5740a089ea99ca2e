using MediatR;
using Mentorship.Infrastructure.Persistence;

namespace Mentorship.Api.Pipeline;

/// <summary>Enters the request's community before anything is read; a request without one sees no community's rows.</summary>
internal sealed class ScopeBehavior<TRequest, TAnswer>(CommunityScope scope) : IPipelineBehavior<TRequest, TAnswer>
{
    public Task<TAnswer> Handle(TRequest request, CancellationToken cancellation, RequestHandlerDelegate<TAnswer> next)
    {
        if (request is IActed acted) scope.Enter(acted.Actor);
        return next();
    }
}
