using Xunit.Abstractions;
using Xunit.Sdk;

namespace Mentorship.Engines;

/// <summary>Makes one test case for each engine. xunit 2 cannot skip a running test, so absence is decided here, at discovery.</summary>
public sealed class EveryEngineDiscoverer(IMessageSink diagnostics) : IXunitTestCaseDiscoverer
{
    public IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var display = discoveryOptions.MethodDisplayOrDefault();
        var options = discoveryOptions.MethodDisplayOptionsOrDefault();
        return Enum.GetValues<Engine>().Select(engine => Absence.Of(engine) is { } reason
            ? new XunitSkippedDataRowTestCase(diagnostics, display, options, testMethod, reason, [engine])
            : new XunitTestCase(diagnostics, display, options, testMethod, [engine]));
    }
}
