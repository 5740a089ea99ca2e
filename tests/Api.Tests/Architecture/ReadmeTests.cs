namespace Mentorship.Api.Tests.Architecture;

/// <summary>The page that everybody reads first stays short.</summary>
public class ReadmeTests
{
    private const int MostLines = 150;

    [Fact]
    public void The_README_is_short_and_has_one_picture()
    {
        var readme = File.ReadAllText(Path.Combine(Source.Root, "README.md"));
        Assert.InRange(readme.Count(c => c == '\n'), 1, MostLines);
        Assert.Equal(1, Pictures(readme));
    }

    [Fact]
    public void A_picture_is_found_however_it_is_written() =>
        Assert.Equal(3, Pictures("```mermaid\nflowchart LR\n```\n![a](b.svg) <img src='c.png'>"));

    private static int Pictures(string text) => ((string[])["```mermaid", "![", "<img"]).Sum(sign => text.Split(sign).Length - 1);
}
