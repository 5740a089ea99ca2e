using Mentorship.Api.Features.Imports;
using Mentorship.Domain;
using Mentorship.Domain.Communities;
using Mentorship.Domain.Members;
using Mentorship.Engines;

namespace Mentorship.Benchmarks;

/// <summary>A coordinator's import of <c>size</c> mentors into a new community, beside a bare read of the same file's cells.</summary>
internal static class ImportBenchmark
{
    public static async Task Run(Order order)
    {
        var size = order.Size ?? 10_000;
        var file = Spreadsheet.Mentors(size, seed: 1);
        var folder = Directory.CreateTempSubdirectory("mentorship-import-").FullName;
        await using (var database = await TestDatabase.New(order.Engine))
        await using (var host = new ServiceHost(ServiceHost.Settings(order.Engine, database.ConnectionString, folder)))
        {
            Console.WriteLine($"{size:#,0} rows, {file.Length:#,0} bytes");
            await Turns.Take(order.Rounds, "seconds",
                new("bare read of the cells", () => Timed.Seconds(() => Read(file, size))), new("import", () => Import(host, file, size)));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static Task Read(byte[] file, int size) => Spreadsheet.Rows(file).Count == size + 1 ? Task.CompletedTask : throw new InvalidOperationException();

    private static async Task<double> Import(ServiceHost host, byte[] file, int size)
    {
        var community = new Community("Riverside", "Europe/Dublin");
        await host.Inside(community.Id, async (_, db) =>
        {
            db.Add(community);
            return await db.SaveChangesAsync();
        });
        ImportReport? report = null;
        var actor = new Actor(community.Id, default, Roles.Coordinator);
        var seconds = await Timed.Seconds(async () => report = await host.Send(new ImportMentors(actor, file, DryRun: false, Partial: false)));
        return report!.Added == size ? seconds : throw new InvalidOperationException($"{report.Added} of {size} were added; the first error is {report.Errors.FirstOrDefault()}");
    }
}
