namespace Mentorship.Api.Tests.Contract;

/// <summary>
/// What one endpoint of a community answers to whom, about a pair at <paramref name="At"/>. Who is not named gets 404, or 403 where a role is
/// needed. Nobody can be let in from outside by a row: without a log-in it is always 401, for strangers and for other communities always 404.
/// </summary>
internal sealed record Row(
    string Endpoint, Stage At = Stage.Asked, object? Body = null, string Type = "application/json",
    int Newcomer = 404, int Mentor = 404, int Coordinator = 404, int Bystander = 404) : IRow
{
    public const string Group = "/api/v1/communities/{community}";

    /// <summary>For endpoints of coordinators: everybody else lacks the role.</summary>
    public static Row OfCoordinator(string endpoint, Stage at = Stage.Asked, object? body = null, int answer = 200, string type = "application/json") =>
        new(endpoint, at, body, type, Newcomer: 403, Mentor: 403, Bystander: 403, Coordinator: answer);

    /// <summary>For endpoints where every member gets their own.</summary>
    public static Row OfEveryMember(string endpoint, object? body = null, int answer = 200) =>
        new(endpoint, Body: body, Newcomer: answer, Mentor: answer, Bystander: answer, Coordinator: answer);

    public string Key { get; } = Endpoint.Insert(Endpoint.IndexOf(' ') + 1, Group);

    public bool NamesAnObject => Endpoint.Contains('{');

    public int For(Persona persona) => persona switch
    {
        Persona.Anonymous => 401,
        Persona.Newcomer => Newcomer,
        Persona.Mentor => Mentor,
        Persona.Coordinator => Coordinator,
        Persona.Bystander => Bystander,
        _ => 404,
    };
}

/// <summary>
/// An endpoint outside the communities: what it answers without a log-in, to somebody with one, and, of a page for coordinators, to one of them.
/// </summary>
internal sealed record Outside(string Key, int Anonymous, int SignedIn, object? Body = null, Stage At = Stage.Asked, int? Coordinator = null) : IRow
{
    public string Type => "application/json";

    public bool NamesAnObject => false;

    public int For(Persona persona) => persona switch
    {
        Persona.Anonymous => Anonymous,
        Persona.Coordinator => Coordinator ?? SignedIn,
        _ => SignedIn,
    };
}

internal interface IRow
{
    /// <summary>Method and pattern, as in <c>GET /api/v1/communities/{community}/inbox</c>.</summary>
    string Key { get; }
    Stage At { get; }
    object? Body { get; }
    string Type { get; }
    bool NamesAnObject { get; }
    int For(Persona persona);
}

/// <summary>Who calls.</summary>
internal enum Persona
{
    Anonymous,

    /// <summary>Has an account, is a member of nothing.</summary>
    Stranger,

    /// <summary>Coordinator of another community, on this community's address.</summary>
    Elsewhere,

    /// <summary>Coordinator of another community, on their own address with this community's object in it.</summary>
    Smuggler,

    /// <summary>A mentor of this community who has no part in the object.</summary>
    Bystander,
    Newcomer,
    Mentor,
    Coordinator,
}
