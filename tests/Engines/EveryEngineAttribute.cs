using Xunit;
using Xunit.Sdk;

namespace Mentorship.Engines;

/// <summary>
/// Runs a test with one parameter of type <see cref="Engine"/> once on each engine; an absent engine is a visible skip with its reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Mentorship.Engines.EveryEngineDiscoverer", "Mentorship.Engines")]
public sealed class EveryEngineAttribute : FactAttribute;
