using Mentorship.Api.Tests.Hosting;

namespace Mentorship.Api.Tests.Imports;

/// <summary>One host for the tests of a class; each test has a community of its own in it.</summary>
public sealed class SharedApi() : ApiHost;
