using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Members;

/// <summary>One host for the tests of a class; each test makes a community of its own in it.</summary>
public sealed class SharedHost : ApiHost;
