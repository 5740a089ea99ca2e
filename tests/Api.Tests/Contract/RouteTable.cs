namespace Mentorship.Api.Tests.Contract;

/// <summary>
/// Every endpoint of the service, and who gets which answer. To add one: a line here, and in <see cref="Scene"/> a value for a route
/// parameter that is new. Inside a community:
/// <c>new("POST /things/{thing}/step", Stage.Introduced, Body, Newcomer: 204)</c>, <c>OfCoordinator(…)</c> or <c>OfEveryMember(…)</c>. A text
/// such as <c>"{mentor}"</c> in a body stands for the same value as in a route.
/// </summary>
internal static class RouteTable
{
    private static readonly object Share = new { shareEmail = true, sharePhone = false };

    private static readonly object Profile = new
    {
        displayName = "Mary L.",
        adultStated = true,
        languages = new[] { "en" },
        zoneId = "Europe/Dublin",
        availability = "Mon 18:00-21:00",
        modes = new[] { "phone" },
        pathways = new[] { "aa" },
    };

    private static readonly object Policy = new
    {
        minimumWeeklyOverlapMinutes = 60,
        answerWindowHours = 72,
        confirmationDays = 35,
        temporaryContactDays = 90,
        checkInRhythm = "weekly:Sun",
        checkInLayer = "weekly",
        checkInAt = "18:00",
        weights = new { availability = 2 },
    };

    public static readonly IReadOnlyList<IRow> Rows =
    [
        new Outside("ANY /", 200, 200),
        new Outside("ANY /help", 200, 200),
        new Outside("ANY /problem", 404, 404),
        new Outside("ANY /c/{token}", 200, 200, At: Stage.CheckInSent),
        new Outside("GET /d/{token}.ics", 404, 404), // nor one of a calendar
        new Outside("HEAD /d/{token}.ics", 404, 404),
        new Outside("ANY /f/{token}", 404, 404), // nor one that says "I'm fine"
        new Outside("ANY /n/{token}", 404, 404), // the scene's token is not one that stops
        new Outside("ANY /plan", 200, 200), // without a log-in it leads to the page that asks for one
        new Outside("ANY /rest", 200, 200), // this too
        new Outside("ANY /calendar", 200, 200),
        new Outside("ANY /notes", 200, 200),
        new Outside("ANY /notes/{community}/{checkIn}", 200, 404), // one of nobody
        new Outside("ANY /notes/{community}/leave/{pairing}", 200, 404),
        new Outside("ANY /notes/{community}/with/{pairing}", 200, 404), // nobody's either
        new Outside("ANY /notes/{community}/list", 200, 404, Coordinator: 200),
        new Outside("ANY /confirm/{token}", 200, 200),
        new Outside("ANY /address/{token}", 200, 200),
        new Outside("ANY /i/{token}", 404, 404),
        new Outside("ANY /password/{token?}", 200, 200),
        new Outside("ANY /sign-in", 200, 200),
        new Outside("ANY /sign-up", 200, 200),
        new Outside("ANY /health/live", 200, 200),
        new Outside("ANY /health/ready", 200, 200),
        new Outside("POST /hooks/texts", 403, 403), // nobody has signed it
        new Outside("POST /hooks/texts/{token}", 403, 403),
        new Outside("GET /openapi/v1.json", 200, 200),

        new Outside("POST /api/v1/accounts", 202, 202, new { email = "new@people.example", password = "seven grey geese fly over Tallinn", statedAdult = true }),
        new Outside("POST /api/v1/accounts/confirmation", 409, 409, new { token = "none", password = "seven grey geese fly over Tallinn" }),
        new Outside("POST /api/v1/accounts/contact-confirmation", 409, 409, new { token = "none" }),
        new Outside("POST /api/v1/accounts/reset-request", 202, 202, new { email = "new@people.example" }),
        new Outside("POST /api/v1/accounts/reset", 409, 409, new { token = "none", password = "seven grey geese fly over Tallinn" }),
        new Outside("POST /api/v1/sessions", 401, 401, new { email = "{email}", password = "seven grey geese fly over Tallinn" }),
        new Outside("POST /api/v1/sessions/refresh", 401, 401, new { refreshToken = "none" }),
        new Outside("DELETE /api/v1/sessions/current", 401, 204),
        new Outside("DELETE /api/v1/sessions", 401, 204),
        new Outside("GET /api/v1/me", 401, 200),
        new Outside("GET /api/v1/pathways", 401, 200),
        new Outside("GET /api/v1/pathways/{pathway}", 401, 200),
        new Outside("POST /api/v1/invitations/acceptance", 401, 404, new { token = "none", displayName = "Mary L." }),

        new Row("POST /requests", Stage.Active, new { pathway = "na", kind = "sponsor", wishes = new { ageFrom = 30, musts = new[] { "age" }, mentorGenders = new[] { "woman" } } },
            Newcomer: 201, Mentor: 201, Bystander: 201, Coordinator: 201),
        Row.OfCoordinator("GET /requests"),
        Row.OfEveryMember("GET /requests/mine"),
        new Row("GET /requests/{request}", Newcomer: 200, Coordinator: 200),
        new Row("POST /requests/{request}/withdrawal", Newcomer: 204),

        Row.OfCoordinator("GET /requests/{request}/candidates"),
        Row.OfCoordinator("POST /requests/{request}/proposals", body: new { mentorId = "{mentor}" }, answer: 201),
        Row.OfCoordinator("POST /allotments", body: new { objective = "most-people", spread = 20 }, answer: 201),
        Row.OfCoordinator("GET /allotments"),
        Row.OfCoordinator("GET /allotments/{allotment}"),
        Row.OfCoordinator("GET /allotments/{allotment}/report"),
        Row.OfCoordinator("GET /allotments/{allotment}/report.csv"),
        Row.OfCoordinator("POST /allotments/{allotment}/cancel", answer: 409), // it is ready already
        Row.OfCoordinator("POST /allotments/{allotment}/dismissal", answer: 204),
        Row.OfCoordinator("PUT /allotments/{allotment}/lines/{request}", body: new { mentorId = "{mentor}" }, answer: 204),
        Row.OfCoordinator("DELETE /allotments/{allotment}/lines/{request}", answer: 204),
        Row.OfCoordinator("POST /allotments/{allotment}/lines/{request}/restoration", answer: 204),
        Row.OfCoordinator("POST /allotments/{allotment}/publish", body: new { requests = new[] { "{request}" } }),

        Row.OfEveryMember("GET /pairings"),
        Row.OfCoordinator("GET /pairings/for-review"),
        Row.OfCoordinator("GET /pairings/for-review/{pairing}", Stage.Proposed),
        new Row("GET /pairings/{pairing}", Stage.Introduced, Newcomer: 200, Mentor: 200),
        Row.OfCoordinator("POST /pairings/{pairing}/approval", Stage.Proposed, new { overrideReason = "Both asked for it." }, 204),
        Row.OfCoordinator("POST /pairings/{pairing}/dismissal", Stage.Proposed, answer: 204),
        new Row("POST /pairings/{pairing}/acceptance", Stage.Offered, Share, Mentor: 204),
        new Row("POST /pairings/{pairing}/refusal", Stage.AcceptedByMentor, Newcomer: 204, Mentor: 409),
        new Row("PUT /pairings/{pairing}/next-talk", Stage.Introduced, new { at = (string?)null }, Newcomer: 204, Mentor: 204),
        new Row("POST /pairings/{pairing}/first-talk", Stage.Introduced, Newcomer: 204, Mentor: 204),
        new Row("POST /pairings/{pairing}/pause", Stage.Active, Newcomer: 204, Mentor: 204),
        new Row("POST /pairings/{pairing}/resumption", Stage.Paused, Newcomer: 204, Mentor: 204),
        new Row("POST /pairings/{pairing}/end", Stage.Active, Newcomer: 204, Mentor: 204),

        new Row("GET /pairings/{pairing}/check-ins", Stage.CheckInAnswered, Newcomer: 200, Mentor: 200),
        new Row("GET /pairings/{pairing}/plans", Stage.Active, Newcomer: 200, Mentor: 200),
        new Row("PUT /plans/{plan}", Stage.Active, new { layer = "weekly", rhythm = "weekly:Sun", at = "18:30", zoneId = "Europe/Dublin" }, Newcomer: 204),
        new Row("POST /pairings/{pairing}/plans", Stage.Active, new { layer = "quarterly", rhythm = "every:90:2026-11-01", at = "18:30", zoneId = "Europe/Dublin" }, Newcomer: 201, Mentor: 201),
        new Row("DELETE /plans/{plan}", Stage.Active, Newcomer: 204),
        new Row("PUT /plans/{plan}/taper", Stage.Active, Newcomer: 204),
        new Row("DELETE /plans/{plan}/taper", Stage.Active, Newcomer: 204),
        Row.OfCoordinator("GET /check-ins", Stage.CheckInAnswered),
        Row.OfCoordinator("GET /check-ins/for-coordinators", Stage.CheckInAnswered),
        new Row("GET /check-ins/{checkIn}", Stage.CheckInSent, Newcomer: 200),
        new Row("POST /check-ins/{checkIn}/answers", Stage.CheckInSent,
            new { answers = new object[] { new { question = "today", choice = "good" }, new { question = "week", text = "words", audience = "mentor" } } }, Newcomer: 200),
        new Row("POST /check-ins/{checkIn}/contact", Stage.CheckInAnswered, Newcomer: 200),
        new Row("PUT /check-ins/{checkIn}/answers/{question}/audience", Stage.CheckInAnswered, new { audience = "mentor" }, Newcomer: 204),

        Row.OfEveryMember("GET /progress"),
        Row.OfEveryMember("POST /progress", new { pathway = "na" }, 201),
        new Row("GET /progress/{progress}", Newcomer: 200),
        new Row("PUT /progress/{progress}/time", Body: new { since = "2026-09-01", earlierStays = true }, Newcomer: 200),
        new Row("DELETE /progress/{progress}/time", Newcomer: 204),
        new Row("PUT /progress/{progress}/time/audience", Body: new { audience = "mentor" }, Newcomer: 204),

        new Row("PUT /progress/{progress}/work", Body: new { marks = new[] { new { number = 1, state = "done" } } }, Newcomer: 204),
        new Row("PUT /progress/{progress}/work/audience", Body: new { audience = "mentor" }, Newcomer: 204),
        Row.OfEveryMember("GET /progress/plan"),
        Row.OfEveryMember("PUT /progress/plan", new { lines = new[] { new { section = "what-helps", text = "A walk." } } }, 204),
        new Row("PUT /progress/plan/lines/{line}/audience", Body: new { audience = "mentor" }, Newcomer: 204),
        new Row("GET /pairings/{pairing}/progress", Stage.Introduced, Newcomer: 200, Mentor: 200),
        new Row("PUT /pairings/{pairing}/progress/carry-over", Stage.Introduced, new { carries = true }, Newcomer: 204),
        new Row("GET /pairings/{pairing}/goals", Stage.Introduced, Newcomer: 200, Mentor: 200),
        new Row("POST /pairings/{pairing}/goals", Stage.Introduced, new { text = "Call on Tuesday." }, Newcomer: 201, Mentor: 201),
        new Row("PUT /pairings/{pairing}/goals/{goal}", Stage.Introduced, new { text = "Call on Friday.", state = "reached" }, Newcomer: 204, Mentor: 204),
        Row.OfEveryMember("GET /progress/support"),
        Row.OfCoordinator("GET /members/{member}/plan-lines"),

        Row.OfEveryMember("GET /inbox"),
        new Row("POST /inbox/{notice}/read", Newcomer: 204),
        Row.OfEveryMember("GET /members/me/notices"),
        Row.OfEveryMember("PUT /members/me/notices", new { email = true, sms = false }, 204),

        Row.OfEveryMember("POST /members/me/calendar"),
        Row.OfEveryMember("DELETE /members/me/calendar", answer: 204),
        Row.OfEveryMember("GET /members/me/days-off"),
        Row.OfEveryMember("PUT /members/me/days-off", new { spans = new[] { new { from = "2026-12-24", to = "2027-01-02" } } }, 204),
        Row.OfEveryMember("GET /members/me/quiet-hours"),
        Row.OfEveryMember("PUT /members/me/quiet-hours", new { from = "22:00", to = "07:30" }, 204),

        Row.OfEveryMember("GET "),
        Row.OfCoordinator("PUT /policy", body: Policy, answer: 204),
        Row.OfCoordinator("GET /members"),
        Row.OfCoordinator("POST /members", body: new { profile = Profile, email = "added@people.example" }, answer: 201),
        Row.OfCoordinator("GET /members/{member}"),
        Row.OfCoordinator("POST /members/{member}/vetting", answer: 409), // the member of the scene does not mentor
        Row.OfCoordinator("DELETE /members/{member}/vetting", answer: 409),
        Row.OfEveryMember("GET /members/me"),
        Row.OfEveryMember("PUT /members/me/profile", Profile, 204),
        Row.OfEveryMember("PUT /members/me/contact", new { email = "reached@people.example" }, 204),
        Row.OfEveryMember("PUT /members/me/mentor-offer", new { capacity = 50, kinds = new[] { "sponsor" } }, 400), // so that nobody becomes a mentor for the other rows
        new Row("POST /members/me/mentor-offer/confirmation", Newcomer: 409, Mentor: 204, Bystander: 204, Coordinator: 409),
        new Row("POST /members/me/pause", Newcomer: 409, Mentor: 204, Bystander: 204, Coordinator: 409),
        new Row("POST /members/me/resumption", Newcomer: 409, Mentor: 204, Bystander: 204, Coordinator: 409),
        new Row("GET /requests/{request}/wishes", Newcomer: 200),
        new Row("PUT /requests/{request}/wishes", Body: new { ageFrom = 30 }, Newcomer: 204),
        Row.OfEveryMember("GET /blocks"),
        new Row("POST /blocks", Stage.Introduced, new { pairing = "{pairing}" }, Newcomer: 200, Mentor: 200),
        Row.OfCoordinator("GET /blocks/conflicts"),
        Row.OfCoordinator("POST /blocks/conflicts", body: new { one = "{mentor}", other = "{newcomer}" }),
        new Row("DELETE /blocks/{block}", Coordinator: 204), // the block of the scene is a declared conflict
        Row.OfCoordinator("GET /concerns", Stage.CheckInAnswered),
        Row.OfCoordinator("GET /concerns/{concern}", Stage.CheckInAnswered),
        Row.OfCoordinator("POST /concerns/{concern}/close", Stage.CheckInAnswered, answer: 204),

        Row.OfCoordinator("GET /webhook"),
        Row.OfCoordinator("PUT /webhook", body: new { url = "https://tools.example.org/inbox" }),
        Row.OfCoordinator("DELETE /webhook", answer: 204),

        Row.OfCoordinator("POST /imports/mentors", body: "name\n", type: "text/csv"),
        Row.OfCoordinator("POST /imports/newcomers", body: "name\n", type: "text/csv"),
        Row.OfCoordinator("GET /imports/template/mentors"),
        Row.OfCoordinator("GET /imports/template/newcomers"),
        Row.OfCoordinator("POST /invitations", body: new { email = "invited@people.example", roles = new[] { "mentor" }, memberId = "{newcomer}" }, answer: 409),
    ];

    public static IRow Of(string key) => Rows.Single(r => r.Key == key);
}
