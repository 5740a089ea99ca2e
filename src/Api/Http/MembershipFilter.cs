using Mentorship.Domain;
using Mentorship.Domain.Members;

namespace Mentorship.Api.Http;

/// <summary>The role that an endpoint needs; without it every member of the community may call.</summary>
internal sealed record NeedsRole(Roles Role);

/// <summary>On the group <c>/communities/{community}</c>: only its members pass, and only with the role that the endpoint names.</summary>
internal sealed class MembershipFilter(CurrentMember current) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.User.Identity is not { IsAuthenticated: true }) return Results.Problem(statusCode: StatusCodes.Status401Unauthorized);
        if (!Guid.TryParse(http.GetRouteValue("community") as string, out var community)) throw new NotFound("community");
        await current.Enter(CurrentMember.AccountOf(http.User), new CommunityId(community), http.RequestAborted);
        var needs = http.GetEndpoint()?.Metadata.GetMetadata<NeedsRole>();
        if (needs is not null && !current.Actor.Is(needs.Role)) return Results.Problem(statusCode: StatusCodes.Status403Forbidden);
        return await next(context);
    }
}

internal static class RoleConventions
{
    public static TBuilder RequireRole<TBuilder>(this TBuilder builder, Roles role) where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata(new NeedsRole(role));
}
