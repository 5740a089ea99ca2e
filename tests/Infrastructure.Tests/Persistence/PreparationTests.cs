using Mentorship.Infrastructure.Persistence;

namespace Mentorship.Infrastructure.Tests.Persistence;

public class PreparationTests
{
    [Fact]
    public void A_build_without_sql_servers_types_refuses_to_serve_from_it_in_one_sentence_that_names_the_right_build()
    {
        var refusal = Assert.Throws<MissingSetting>(() => Preparation.RequireWholeSqlClient(_ => throw new FileNotFoundException()));
        Assert.Contains("-p:Stack=SqlServer", refusal.Message);
        Assert.DoesNotContain(". ", refusal.Message);
    }

    [Fact]
    public void A_whole_build_is_let_through()
    {
        var asked = new List<string>();
        Preparation.RequireWholeSqlClient(name =>
        {
            asked.Add(name);
            return typeof(PreparationTests).Assembly;
        });
        Assert.Equal(["Microsoft.SqlServer.Server"], asked);
    }

    [Fact]
    public void This_very_build_is_judged_by_whether_the_file_is_in_it()
    {
        var isThere = Directory.EnumerateFiles(AppContext.BaseDirectory, "Microsoft.SqlServer.Server.dll", SearchOption.AllDirectories).Any();
        Assert.Equal(isThere, Record.Exception(() => Preparation.RequireWholeSqlClient()) is null);
    }
}
