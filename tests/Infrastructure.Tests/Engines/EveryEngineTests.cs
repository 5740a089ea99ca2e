using Mentorship.Engines;
using Moq;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Mentorship.Infrastructure.Tests.Engines;

public class EveryEngineTests
{
    [Fact]
    public void Each_engine_is_one_case_and_an_absent_one_is_skipped_with_its_reason()
    {
        var cases = Discover(nameof(An_absent_engine_is_never_run)).ToDictionary(found => (Engine)found.TestMethodArguments[0]);

        Assert.Equal(Enum.GetValues<Engine>(), cases.Keys.Order());
        Assert.All(cases, found => Assert.Equal(Absence.Of(found.Key), found.Value.SkipReason));
    }

    [EveryEngine]
    public void An_absent_engine_is_never_run(Engine engine) => Assert.Null(Absence.Of(engine));

    [Fact]
    public void Sqlite_is_never_absent() => Assert.Null(Absence.Of(Engine.Sqlite));

    private static IEnumerable<IXunitTestCase> Discover(string method)
    {
        var assembly = new TestAssembly(new ReflectionAssemblyInfo(typeof(EveryEngineTests).Assembly));
        var collection = new TestCollection(assembly, null, "");
        var type = new ReflectionTypeInfo(typeof(EveryEngineTests));
        var test = new TestMethod(new TestClass(collection, type), type.GetMethod(method, includePrivateMethod: false));
        var attribute = Mock.Of<IAttributeInfo>();
        return new EveryEngineDiscoverer(new NullMessageSink()).Discover(Mock.Of<ITestFrameworkDiscoveryOptions>(), test, attribute);
    }
}
