using Mentorship.Infrastructure.Notices;
using NodaTime;

namespace Mentorship.Infrastructure.Tests.Notices;

public sealed class CircuitTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 10, 20, 12, 0);
    private readonly Circuit _circuit = new();

    [Fact]
    public void Five_failures_in_a_row_open_it_and_four_do_not()
    {
        Fail(Circuit.FailuresInARow - 1, Noon);
        Assert.Equal((CircuitState.Closed, 20), (_circuit.At(Noon), _circuit.Allows(20, Noon)));
        Fail(1, Noon);
        Assert.Equal((CircuitState.Open, 0), (_circuit.At(Noon), _circuit.Allows(20, Noon)));
    }

    [Fact]
    public void A_success_in_between_begins_the_count_anew()
    {
        for (var round = 0; round < 5; round++)
        {
            Fail(Circuit.FailuresInARow - 1, Noon);
            _circuit.Succeeded();
        }
        Assert.Equal(CircuitState.Closed, _circuit.At(Noon));
    }

    [Fact]
    public void After_half_a_minute_it_allows_one_try_which_closes_it()
    {
        Fail(Circuit.FailuresInARow, Noon);
        Assert.Equal(CircuitState.Open, _circuit.At(Noon + Duration.FromSeconds(29)));
        var later = Noon + Duration.FromSeconds(36); // with the most jitter
        Assert.Equal((CircuitState.HalfOpen, 1), (_circuit.At(later), _circuit.Allows(20, later)));
        _circuit.Succeeded();
        Assert.Equal((CircuitState.Closed, 20), (_circuit.At(later), _circuit.Allows(20, later)));
    }

    [Fact]
    public void Each_try_that_fails_doubles_the_wait_up_to_ten_minutes()
    {
        Fail(Circuit.FailuresInARow, Noon);
        var now = Noon;
        foreach (var least in (int[])[60, 120, 240, 480, 600, 600])
        {
            now += Duration.FromMinutes(13);
            Assert.Equal(CircuitState.HalfOpen, _circuit.At(now));
            Fail(1, now);
            Assert.Equal(CircuitState.Open, _circuit.At(now + Duration.FromSeconds(least - 1)));
            Assert.Equal(CircuitState.HalfOpen, _circuit.At(now + Duration.FromSeconds(least * 1.21)));
        }
    }

    [Fact]
    public void What_was_still_under_way_when_it_opened_does_not_lengthen_its_wait()
    {
        Fail(Circuit.FailuresInARow + 3, Noon);
        Assert.Equal(CircuitState.HalfOpen, _circuit.At(Noon + Duration.FromSeconds(36)));
    }

    [Fact]
    public void That_it_works_again_is_said_once()
    {
        Fail(Circuit.FailuresInARow, Noon);
        Assert.False(_circuit.TakeRecovery());
        _circuit.Succeeded();
        Assert.True(_circuit.TakeRecovery());
        _circuit.Succeeded();
        Assert.False(_circuit.TakeRecovery());
    }

    [Fact]
    public void A_refusal_is_believed_when_it_is_repeated_after_something_was_taken()
    {
        var row = Guid.NewGuid();
        Assert.False(_circuit.IsSure(row, 1, Noon));
        Assert.False(_circuit.IsSure(row, 1, Noon));
        _circuit.Succeeded();
        Assert.False(_circuit.IsSure(Guid.NewGuid(), 2, Noon)); // another one, for the first time
        Assert.True(_circuit.IsSure(row, 1, Noon));
    }

    [Fact]
    public void Five_recipients_refused_in_a_row_open_it_and_one_refused_five_times_does_not()
    {
        var row = Guid.NewGuid();
        for (var time = 0; time < 2 * Circuit.FailuresInARow; time++) _circuit.IsSure(row, 1, Noon);
        Assert.Equal(CircuitState.Closed, _circuit.At(Noon));
        Refuse(2, Circuit.FailuresInARow - 1);
        Assert.Equal(CircuitState.Open, _circuit.At(Noon));
    }

    [Fact]
    public void Five_recipients_put_off_in_words_that_may_be_of_us_open_it_for_the_first_wait_and_one_put_off_all_night_does_not()
    {
        for (var now = Noon; now < Noon + Duration.FromHours(8); now += Duration.FromMinutes(10)) PutOff(1, now);
        Assert.Equal(CircuitState.Closed, _circuit.At(Noon));
        for (var round = 0; round < 5; round++)
        {
            var now = Noon + round * Duration.FromMinutes(1);
            for (var recipient = 1; recipient <= Circuit.FailuresInARow; recipient++) PutOff(recipient, now);
            Assert.Equal(CircuitState.Open, _circuit.At(now));
            Assert.Equal(CircuitState.HalfOpen, _circuit.At(now + Duration.FromSeconds(36)));
        }
        _circuit.Succeeded();
        Assert.Equal(CircuitState.Closed, _circuit.At(Noon));

        void PutOff(int recipient, Instant now)
        {
            _circuit.Answered();
            _circuit.PutOff(recipient, now);
        }
    }

    [Fact]
    public void What_was_refused_while_everybody_was_is_believed_of_nobody_afterwards()
    {
        var rows = Refuse(1, Circuit.FailuresInARow);
        _circuit.Answered(); // it is there, and says nothing but no
        var later = Noon + Duration.FromSeconds(36);
        Assert.Equal((CircuitState.HalfOpen, 1), (_circuit.At(later), _circuit.Allows(20, later)));
        _circuit.Succeeded();
        Assert.Equal(CircuitState.Closed, _circuit.At(later));
        Assert.All(rows, row => Assert.False(_circuit.IsSure(row, 1, later)));
    }

    [Fact]
    public void While_everybody_is_refused_it_asks_again_every_half_minute()
    {
        Refuse(1, Circuit.FailuresInARow);
        for (var now = Noon; now < Noon + Duration.FromHours(1);)
        {
            now += Duration.FromSeconds(36);
            Assert.Equal(CircuitState.HalfOpen, _circuit.At(now));
            _circuit.IsSure(Guid.NewGuid(), 1, now);
            Assert.Equal(CircuitState.Open, _circuit.At(now));
        }
    }

    private List<Guid> Refuse(int first, int count)
    {
        var rows = Enumerable.Range(first, count).Select(recipient => (Recipient: recipient, Row: Guid.NewGuid())).ToList();
        Assert.All(rows, r => Assert.False(_circuit.IsSure(r.Row, r.Recipient, Noon)));
        return [.. rows.Select(r => r.Row)];
    }

    private void Fail(int times, Instant at)
    {
        for (var failure = 0; failure < times; failure++) _circuit.Failed(at);
    }
}
