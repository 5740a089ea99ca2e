using System.Text.Json;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Domain.Pathways;

namespace Mentorship.Domain.Tests.Members;

public sealed class DefaultsTests
{
    [Fact]
    public void What_the_catalogue_has_a_default_for_is_taken_from_there()
    {
        Assert.Equal(PathwayCatalogue.Current.Defaults.TemporaryDays, Policy.Default.TemporaryContactDays);
        Assert.Equal(PathwayCatalogue.Current.Defaults.Capacity, new MentorOffer().Capacity);
    }

    [Fact]
    public void A_policy_from_before_a_field_was_known_reads_with_the_default()
    {
        var old = JsonSerializer.Deserialize<Policy>("""{"answerWindowHours":24,"ofYore":true}""", JsonSerializerOptions.Web)!;
        Assert.Equal(24, old.AnswerWindowHours);
        Assert.Equal(Policy.Default with { AnswerWindowHours = 24, Weights = old.Weights, WorkLabels = old.WorkLabels }, old);
        Assert.Empty(old.Weights);
        Assert.Empty(old.WorkLabels);
    }
}
