using MediatR;
using Mentorship.Api.Pipeline;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Infrastructure.Persistence;
using Mentorship.Infrastructure.Persistence.Stores;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>Who may name whom inside the host (docs/architecture.md, "The one direction").</summary>
internal static class Directions
{
    /// <summary>Jobs ask which communities have work due, and of what kind: the one question that has no community to be asked in.</summary>
    private static readonly Type[] JobsMayName = [typeof(DueWork), typeof(Work)];

    private static readonly Type[] ClocksAndFiles =
        [typeof(DateTime), typeof(DateTimeOffset), typeof(TimeProvider), typeof(TimeZoneInfo), typeof(NodaTime.SystemClock), typeof(File), typeof(Random)];

    /// <summary>What a use case knows of the web is in its endpoints alone.</summary>
    public static readonly Direction FeaturesKnowNoHttp = new(
        type => IsIn(type, "Mentorship.Api.Features") && !type.Name.EndsWith("Endpoints", StringComparison.Ordinal), IsOfTheWeb);

    /// <summary>A command loads aggregates by ports; only queries know how rows are stored.</summary>
    public static readonly Direction CommandsKnowNoEf = new(
        HandlesCommand, type => IsIn(type, "Microsoft.EntityFrameworkCore") || type.IsAssignableTo(typeof(MentorshipDb)));

    public static readonly Direction PagesSendRequests = new(
        type => IsIn(type, "Mentorship.Api.Pages") || IsIn(type, "AspNetCoreGeneratedDocument"), type => IsPersistence(type) || IsAggregate(type));

    public static readonly Direction JobsSendRequests = new(
        type => IsIn(type, "Mentorship.Api.Jobs"), type => (IsPersistence(type) || IsAggregate(type)) && !JobsMayName.Contains(type));

    /// <summary>"Now" is a parameter, and there is no I/O.</summary>
    public static readonly Direction DomainKnowsNoClock = new(_ => true, ClocksAndFiles.Contains);

    private static bool IsIn(Type type, string space) => type.Namespace is { } own && (own == space || own.StartsWith(space + ".", StringComparison.Ordinal));

    // By assembly: Identity's rows share the web's namespace and live outside it.
    private static bool IsOfTheWeb(Type type) => type.Assembly.GetName().Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    private static bool HandlesCommand(Type type) => type.GetInterfaces().Any(i =>
        i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>) && Changes(i.GetGenericArguments()[0]));

    private static bool Changes(Type request) => request.IsAssignableTo(typeof(ICommand))
        || request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ISavedInSteps<>));

    private static bool IsPersistence(Type type) => IsIn(type, "Mentorship.Infrastructure.Persistence") || IsIn(type, "Microsoft.EntityFrameworkCore");

    private static bool IsAggregate(Type type) => type == typeof(Community) || (type.IsSubclassOf(typeof(Entity)) && !type.IsAbstract);
}
