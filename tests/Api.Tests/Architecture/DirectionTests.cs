using System.Reflection;
using Mentorship.Domain;
using Mentorship.Infrastructure.Persistence;

namespace Mentorship.Api.Tests.Architecture;

/// <summary>The one direction, and for each rule somebody who breaks it.</summary>
public class DirectionTests
{
    private static readonly Assembly Api = typeof(Program).Assembly, Infrastructure = typeof(MentorshipDb).Assembly, Kernel = typeof(Entity).Assembly;

    [Fact]
    public void Features_outside_their_endpoints_know_nothing_of_the_web() => Assert.Empty(Directions.FeaturesKnowNoHttp.BrokenIn(Api));

    [Fact]
    public void A_feature_that_answers_over_http_is_caught_even_in_a_lambda() =>
        Assert.Contains(Directions.FeaturesKnowNoHttp.BrokenBy(typeof(Examples.FeatureOfTheWeb)), line => line.EndsWith("names Microsoft.AspNetCore.Http.HttpContext", StringComparison.Ordinal));

    [Fact]
    public void Command_handlers_know_no_ef() => Assert.Empty(Directions.CommandsKnowNoEf.BrokenIn(Api));

    [Fact]
    public void A_command_handler_that_asks_the_database_is_caught_inside_its_async_method()
    {
        Assert.True(Directions.CommandsKnowNoEf.Of(typeof(Examples.HandlerOfRows)));
        var broken = Directions.CommandsKnowNoEf.BrokenBy(typeof(Examples.HandlerOfRows)).ToList();
        Assert.Contains("HandlerOfRows names Mentorship.Infrastructure.Persistence.MentorshipDb", broken);
        Assert.Contains("HandlerOfRows names Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions", broken);
    }

    [Fact]
    public void Pages_send_requests_and_know_neither_rows_nor_aggregates() => Assert.Empty(Directions.PagesSendRequests.BrokenIn(Api));

    [Fact]
    public void A_page_that_loads_an_aggregate_is_caught() =>
        Assert.Contains("PageOfRows names Mentorship.Domain.Pairings.Pairing", Directions.PagesSendRequests.BrokenBy(typeof(Examples.PageOfRows)));

    [Fact]
    public void Jobs_send_requests_and_know_neither_rows_nor_aggregates() => Assert.Empty(Directions.JobsSendRequests.BrokenIn(Api));

    [Fact]
    public void A_job_that_does_the_work_itself_is_caught() =>
        Assert.Contains("JobOfRows names Mentorship.Infrastructure.Persistence.MentorshipDb", Directions.JobsSendRequests.BrokenBy(typeof(Examples.JobOfRows)));

    [Fact]
    public void The_domain_knows_no_clock_and_no_file() => Assert.Empty(Directions.DomainKnowsNoClock.BrokenIn(Kernel));

    [Fact]
    public void A_rule_that_looks_at_the_clock_is_caught() =>
        Assert.Equal(["RuleOfTheClock names System.DateTime"], Directions.DomainKnowsNoClock.BrokenBy(typeof(Examples.RuleOfTheClock)));

    [Fact]
    public void The_rules_look_at_the_types_that_they_are_about()
    {
        Assert.Contains(Api.GetTypes(), t => Directions.FeaturesKnowNoHttp.Of(t));
        Assert.Contains(Api.GetTypes(), t => Directions.CommandsKnowNoEf.Of(t));
        Assert.Contains(Api.GetTypes(), t => Directions.PagesSendRequests.Of(t) && t.Name.EndsWith("Model", StringComparison.Ordinal));
        Assert.Contains(Api.GetTypes(), t => Directions.PagesSendRequests.Of(t) && t.Name.StartsWith("Pages_", StringComparison.Ordinal));
        Assert.Contains(Api.GetTypes(), t => Directions.JobsSendRequests.Of(t));
    }

    [Fact]
    public void The_domain_refers_to_nodatime_and_nothing_else() => Assert.Empty(References.OfDomain(Kernel));

    [Fact]
    public void A_reference_out_of_the_domain_is_caught() => Assert.Contains("Mentorship.Domain", References.OfDomain(Infrastructure));

    [Fact]
    public void The_infrastructure_refers_to_the_domain_and_knows_neither_host_nor_web() => Assert.Empty(References.OfInfrastructure(Infrastructure));

    [Fact]
    public void A_reference_to_host_mediator_or_web_is_caught() => Assert.Superset(
        new HashSet<string> { "MediatR", "Mentorship.Infrastructure", "Microsoft.AspNetCore.Http.Abstractions", "FluentValidation" },
        References.OfInfrastructure(Api).ToHashSet());
}
