using Mentorship.Benchmarks;

/// <summary>The runtime calls <see cref="Initialize"/> before the service's own code: github.com/dotnet/runtime, docs/design/features/host-startup-hook.md.</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(IdleHeap.Setting) is { } file) new Thread(() => Write(file)) { IsBackground = true }.Start();
    }

    private static void Write(string file)
    {
        Thread.Sleep(IdleHeap.After);
        File.WriteAllText(file + ".part", IdleHeap.Describe());
        File.Move(file + ".part", file, overwrite: true);
    }
}
