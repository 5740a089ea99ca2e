using MediatR;
using Mentorship.Api.Pipeline;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>Each request says by its kind how it is saved: once by the pipeline, by itself in steps, or not at all.</summary>
public class RequestKindTests
{
    [Fact]
    public void Every_request_is_a_command_a_query_or_saved_in_steps() => Assert.DoesNotContain(typeof(Program).Assembly.GetTypes(), IsBare);

    [Fact]
    public void A_request_that_does_not_say_is_caught() => Assert.True(IsBare(typeof(Bare)));

    [Fact]
    public void Each_kind_is_found() => Assert.All(
        [typeof(ICommand<>), typeof(IQuery<>), typeof(ISavedInSteps<>)], kind => Assert.Contains(typeof(Program).Assembly.GetTypes(), t => IsOf(t, kind)));

    private static bool IsBare(Type type) => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IBaseRequest))
        && !IsOf(type, typeof(ICommand<>)) && !IsOf(type, typeof(IQuery<>)) && !IsOf(type, typeof(ISavedInSteps<>));

    private static bool IsOf(Type type, Type kind) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kind);

    private sealed record Bare : IRequest<int>;
}
