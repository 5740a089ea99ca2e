using MediatR;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Features.Safety;
using Mentorship.Domain;
using Mentorship.Domain.Progress;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Mentorship.Api.Pages.Progress;

/// <summary>
/// A person's own plan, from every community that they are in. It needs a log-in: a check-in's link leads here and never shows it, for
/// whoever can read a mail can use that link.
/// </summary>
public sealed class PlanModel(IMediator mediator) : PageModel
{
    private readonly List<PlanLineView> _lines = [];
    private readonly List<PersonToCall> _contacts = [];

    public IReadOnlyList<PlanLineView> Lines => _lines;

    public IReadOnlyList<PersonToCall> Contacts => _contacts;

    public string? Country { get; private set; }

    public async Task OnGet(CancellationToken cancellation)
    {
        foreach (var (actor, _) in await mediator.MembershipsOf(User, cancellation))
        {
            var support = await mediator.Send(new ReadSupport(actor), cancellation);
            _lines.AddRange(support.Plan);
            foreach (var contact in support.Contacts) _contacts.Add(new(contact.Name, await PhoneOf(actor, contact, cancellation)));
            if (Country is not null) continue;
            Country = support.Country;
            ViewData["Tried"] = await mediator.Send(new LinesTried(actor), cancellation);
        }
    }

    /// <summary>The number that they chose to share; null where they did not.</summary>
    private async Task<string?> PhoneOf(Actor actor, SupportContact contact, CancellationToken cancellation) =>
        (await mediator.Send(new ReadPairing(actor, new(contact.PairingId)), cancellation)).View.OtherContact?.Phone;

    public static string Heading(PlanSection section) => section switch
    {
        PlanSection.WarningSigns => "What I notice first",
        PlanSection.Triggers => "What makes it hard",
        PlanSection.WhatHelps => "What helps",
        _ => "Whom I call first",
    };

    public sealed record PersonToCall(string Name, string? Phone)
    {
        public override string ToString() => nameof(PersonToCall);
    }
}
