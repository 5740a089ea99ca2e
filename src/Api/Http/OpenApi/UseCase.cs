namespace Mentorship.Api.Http.OpenApi;

/// <summary>The use case behind an endpoint: the documentation names the operation after it and describes it by its summary.</summary>
internal sealed record UseCase(Type Type);

internal static class UseCaseConventions
{
    /// <summary>Says which use case the endpoint does.</summary>
    public static RouteHandlerBuilder Does<TUseCase>(this RouteHandlerBuilder builder) => builder.WithMetadata(new UseCase(typeof(TUseCase)));
}
