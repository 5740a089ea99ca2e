using MediatR;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Imports;
using Mentorship.Api.Features.Members;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Matching;
using Mentorship.Domain.Members;
using Mentorship.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Mentorship.Api.Demo;

/// <summary>
/// Development's community: the sample spreadsheets, brought by the same import that a coordinator uses, and three log-ins, of which the
/// newcomer and the mentor fit each other. Filled once; a start that was cut off is taken up by the next.
/// </summary>
internal sealed class DemoCommunity(IServiceProvider services)
{
    /// <summary>Known to everyone, so it exists in Development alone.</summary>
    public const string Password = "three lanterns by the river";

    public const string CoordinatorEmail = "coordinator@example.org";

    private const string Name = "Riverside";

    public async Task<DemoLogIns> Fill(string folder)
    {
        var community = await FindOrFound();
        var coordinator = await Do(community, db => db.Members.FirstAsync(m => m.Roles == Roles.Coordinator));
        var actor = new Actor(community, coordinator.Id, Roles.Coordinator);
        if (coordinator.AccountId is null)
        {
            await Console.Out.WriteLineAsync("Bringing a made-up community of 500 people in, once. It takes about half a minute …");
            await Bring(new ImportMentors(actor, await File.ReadAllBytesAsync(Path.Combine(folder, "mentors.csv")), DryRun: false, Partial: false));
            await Bring(new ImportNewcomers(actor, await File.ReadAllBytesAsync(Path.Combine(folder, "newcomers.csv")), DryRun: false, Partial: false));
            await GiveLogIns(community, coordinator.Id);
        }
        return await LogIns(community);
    }

    private async Task<CommunityId> FindOrFound()
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MentorshipDb>();
        if (await db.Communities.FirstOrDefaultAsync(c => c.Name == Name) is { } known) return known.Id;
        var community = new Community(Name, "Europe/London");
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community.Id));
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        var coordinator = new Member(community.Id, "Robin C.", Roles.Coordinator, new Profile { ZoneId = community.ZoneId, Languages = ["en"] }, now);
        db.AddRange(community, coordinator);
        await scope.ServiceProvider.GetRequiredService<IVault>().SealContactOf(coordinator, CoordinatorEmail, phone: null, default);
        await db.SaveChangesAsync();
        return community.Id;
    }

    private async Task Bring(IRequest<ImportReport> spreadsheet)
    {
        var report = await Send(spreadsheet);
        if (report.Saved) return;
        var first = report.Errors[0];
        throw new InvalidOperationException($"{spreadsheet.GetType().Name} could not bring the sample spreadsheet, line {first.Line}, {first.Column}: {first.Message}");
    }

    /// <summary>The coordinator's log-in comes last: its being there says that all is done.</summary>
    private async Task GiveLogIns(CommunityId community, MemberId coordinator)
    {
        var (newcomer, mentor) = await APairThatFits(community);
        await GiveLogIn(community, newcomer, await EmailOf(community, newcomer));
        await GiveLogIn(community, mentor, await EmailOf(community, mentor));
        await GiveLogIn(community, coordinator, CoordinatorEmail);
    }

    private async Task<(MemberId Newcomer, MemberId Mentor)> APairThatFits(CommunityId community)
    {
        await using var scope = Enter(community);
        var now = scope.ServiceProvider.GetRequiredService<IClock>().GetCurrentInstant();
        var board = await scope.ServiceProvider.GetRequiredService<IMatchingBoards>().ForAll(now, default);
        foreach (var ask in board.Asks)
            if (board.Shortlist(ask.Request.Id, 1).Candidates.FirstOrDefault(c => c.IsEligible) is { } best) return (ask.Newcomer.Id, best.Mentor);
        throw new InvalidOperationException("The sample spreadsheets hold no pair that fits.");
    }

    private async Task<string> EmailOf(CommunityId community, MemberId id)
    {
        await using var scope = Enter(community);
        var member = await scope.ServiceProvider.GetRequiredService<MentorshipDb>().Members.FirstAsync(m => m.Id == id);
        return await scope.ServiceProvider.GetRequiredService<IVault>().Open(id, ContactDetails.EmailPlace, id.Value, member.Contact.Email!.Value, default);
    }

    private async Task GiveLogIn(CommunityId community, MemberId member, string email)
    {
        var account = await Send(new OpenAccount(email, Password));
        await using var scope = Enter(community);
        var db = scope.ServiceProvider.GetRequiredService<MentorshipDb>();
        (await db.Members.FirstAsync(m => m.Id == member)).Link(account);
        await db.SaveChangesAsync();
    }

    private async Task<DemoLogIns> LogIns(CommunityId community)
    {
        var people = await Do(community, db => db.Members.AsNoTracking().Where(m => m.AccountId != null).ToListAsync());
        return new(community, await EmailOf(community, people.First(m => m.Is(Roles.Newcomer)).Id), await EmailOf(community, people.First(m => m.Is(Roles.Mentor)).Id));
    }

    private async Task<T> Send<T>(IRequest<T> request)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    private async Task<T> Do<T>(CommunityId community, Func<MentorshipDb, Task<T>> read)
    {
        await using var scope = Enter(community);
        return await read(scope.ServiceProvider.GetRequiredService<MentorshipDb>());
    }

    private AsyncServiceScope Enter(CommunityId community)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommunityScope>().Enter(Actor.System(community));
        return scope;
    }
}

/// <summary>Where Development's three log-ins lead.</summary>
internal sealed record DemoLogIns(CommunityId Community, string NewcomerEmail, string MentorEmail);
