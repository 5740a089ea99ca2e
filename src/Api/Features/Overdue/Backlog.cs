using System.Diagnostics.Metrics;
using Mentorship.Infrastructure.Persistence.Stores;

namespace Mentorship.Api.Features.Overdue;

/// <summary>What was late when this host last looked; told by health, and by the gauges of the meter <c>Mentorship</c>.</summary>
internal sealed class Backlog
{
    private volatile Seen _latest = new(default);

    public Backlog(IMeterFactory meters)
    {
        var meter = meters.Create("Mentorship");
        meter.CreateObservableGauge("mentorship.plans.overdue", () => Latest.Plans, "{plan}", "Plans due for more than ten minutes and not taken.");
        meter.CreateObservableGauge("mentorship.notices.overdue", () => Latest.Notices, "{notice}", "Notices unsent five minutes after their time.");
        meter.CreateObservableGauge("mentorship.calls.overdue", () => Latest.Calls, "{notice}", "Calls for help unsent a minute after they were made.");
        meter.CreateObservableGauge("mentorship.account_mails.overdue", () => Latest.AccountMails, "{mail}", "Account mails unsent after 5 min.");
        meter.CreateObservableGauge("mentorship.webhooks.overdue", () => Latest.WebhookMessages, "{message}", "Messages untold after 5 min.");
    }

    public Lateness Latest
    {
        get => _latest.Counts;
        set => _latest = new(value);
    }

    private sealed record Seen(Lateness Counts);
}
