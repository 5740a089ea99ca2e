using System.Globalization;
using Mentorship.Api.Commands;
using Mentorship.Api.Demo;
using Mentorship.Api.Features.Accounts;
using Mentorship.Api.Features.Allotments;
using Mentorship.Api.Features.Calendar;
using Mentorship.Api.Features.CheckIns;
using Mentorship.Api.Features.Communities;
using Mentorship.Api.Features.Imports;
using Mentorship.Api.Features.Inbox;
using Mentorship.Api.Features.Matching;
using Mentorship.Api.Features.Members;
using Mentorship.Api.Features.Notices;
using Mentorship.Api.Features.Pairings;
using Mentorship.Api.Features.Pathways;
using Mentorship.Api.Features.Progress;
using Mentorship.Api.Features.Requests;
using Mentorship.Api.Features.Safety;
using Mentorship.Api.Features.Texts;
using Mentorship.Api.Features.Webhooks;
using Mentorship.Api.Hosting;
using Mentorship.Api.Http;
using Mentorship.Api.Http.Accounts;
using Mentorship.Api.Jobs;
using Mentorship.Api.Simulation;
using Mentorship.Api.Tour;
using Mentorship.Infrastructure.Persistence;

// One build has cultures and the others have none: what is written is the same in all, whatever the machine speaks.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

try
{
    if (args is ["tour", .. var tourArgs]) return await TourCommand.Run(tourArgs, Console.Out, Console.Error);
    if (args is ["simulate", .. var simulateArgs]) return await SimulateCommand.Run(simulateArgs, Console.Out, Console.Error);
    if (args is ["allot", .. var allotArgs]) return await AllotCommand.Run(allotArgs, Console.Out, Console.Error);
    if (Usage.Tell(args, Console.Out, Console.Error) is { } told) return told;

    // Settings and the style sheet lie beside the program, wherever it is started from; the files that a command is given lie where one stands.
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddDevelopmentDefaults(builder.Environment);
    builder.Services.AddMentorship(builder.Configuration, builder.Environment.IsDevelopment());
    builder.Services.AddSignIn(builder.Configuration, builder.Environment.IsDevelopment());
    builder.Services.AddHttp(builder.Configuration);
    builder.Services.AddJobs(builder.Configuration, Timetable.Standard);

    var app = builder.Build();
    app.Services.RequireSettings();
    app.UseHttp();
    app.UseSignIn();
    var api = app.MapGroup("/api/v1");
    api.MapAccounts();
    var community = api.MapGroup("/communities/{community:guid}").AddEndpointFilter<MembershipFilter>();
    community.MapRequests();
    community.MapPairings();
    community.MapMatching();
    community.MapAllotments();
    community.MapCheckIns();
    community.MapPlans();
    community.MapProgress();
    community.MapPersonalPlan();
    community.MapTogether();
    community.MapInbox();
    community.MapCalendar();
    community.MapNotices();
    community.MapImports();
    community.MapInvitations();
    community.MapCommunity();
    community.MapMembers();
    community.MapBlocks();
    community.MapConcerns();
    community.MapWebhooks();
    api.MapPathways();
    app.MapTexts();
    app.MapCalendarLink();
    app.MapRazorPages();
    app.MapHttp();
    app.MapJobs();
    app.MakeEndpoints(); // and the database as late as can be: its model is being made meanwhile
    await app.Services.PrepareDatabase();
    if (OperatorCommands.Has(args)) return await app.Services.RunCommand(args[0], app.Configuration);
    await app.PrepareDemo();
    await app.RunAsync();
    return 0;
}
catch (Exception failure) when (Ending.Of(failure) is { } ending)
{
    await Console.Error.WriteLineAsync(ending.Sentence);
    return ending.Code;
}

public partial class Program;
