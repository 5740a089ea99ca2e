using System.Text;
using Mentorship.Api.Features.Imports;
using Mentorship.Api.Features.Imports.Reading;

namespace Mentorship.Api.Tests.Imports;

public sealed class SheetTests
{
    private static readonly string[] Columns = ["name", "words"];

    [Theory]
    [InlineData("name,words\n1,a; b\n")]
    [InlineData("name;words\n1;\"a; b\"\n")]
    [InlineData("name\twords\n1\ta; b\n")]
    [InlineData("name,words\r\n1,a; b\r\n\r\n\r\n")]
    [InlineData("name,words\r1,a; b")]
    [InlineData("\r\n\r\nname,words\r\n1,a; b")]
    [InlineData("sep=;\r\nname;words\r\n1;\"a; b\"")]
    [InlineData("\"sep=,\"\nname,words\n1,a; b")]
    [InlineData("words,name\na; b,1")]
    [InlineData(" Name , WORDS \n 1 , a; b ")]
    [InlineData("name,words,,\n1,a; b,,\n,,,\n")]
    [InlineData("\"name\",\"words\"\n\"1\", \"a; b\" \n")]
    [InlineData("name,words\n\u00A01\u202F,\u200Ba; b\uFEFF\n")]
    public void Spreadsheet_habits_give_the_same_row(string text) => Assert.Equal(["1|a; b"], Read(text).Rows);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Unicode_is_read_with_its_mark(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var sheet = Read([.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("name,words\nÓscar,ü")]);
        Assert.Equal(["Óscar|ü"], sheet.Rows);
        Assert.False(sheet.Sheet.IsWindows1252);
    }

    [Fact]
    public void What_is_no_UTF_8_is_read_as_Windows_1252_and_said_to_be()
    {
        var sheet = Read(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("name,words\nÓscar,€"));
        Assert.Equal(["Óscar|€"], sheet.Rows);
        Assert.True(sheet.Sheet.IsWindows1252);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \r\n \r\n")]
    [InlineData(",,,\n,,,\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_one_error(string text) => Assert.Equal(["1:1::file-empty"], Read(text).Errors);

    [Fact]
    public void A_workbook_is_one_error() => Assert.Equal(["1:1::file-not-csv"], Read([0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0xFF]).Errors);

    [Theory]
    [InlineData("name\n1", "1:1:words:column-missing")]
    [InlineData("name,words,colour\n1,2,3", "1:1:colour:column-unknown")]
    [InlineData("name,words,Name\n1,2,3", "1:1:name:column-doubled")]
    [InlineData("name,wrods\n1,2", "1:1:words:column-missing")]
    [InlineData("name,words,Finn Y.\n1,2,3", "1:1:column 3:column-unknown")]
    [InlineData("1,2\n3,4", "1:1::header-missing")]
    [InlineData("\nname\n1", "2:2:words:column-missing")]
    public void A_wrong_header_is_one_error_that_names_the_column(string text, string error)
    {
        var sheet = Read(text);
        Assert.Equal([error], sheet.Errors);
        Assert.Empty(sheet.Rows);
        Assert.Contains("name, words", sheet.Messages[0]);
        Assert.DoesNotContain("Finn", sheet.Messages[0]);
    }

    [Fact]
    public void A_header_with_half_a_million_columns_is_told_in_a_few_words()
    {
        var message = Read("name,words," + string.Join(',', Enumerable.Range(0, 500_000).Select(i => $"c{i}"))).Messages.Single();
        Assert.Contains("c19 and 499980 more.", message);
        Assert.InRange(message.Length, 1, 500);
    }

    [Theory]
    [InlineData("name,words\n\"a\nb\",1\nbad,1", "4:3")]
    [InlineData("name,words\r\n\"a\r\nb\r\nc\",1\r\nbad,1", "5:3")]
    [InlineData("name,words\r\"a\rb\",1\rbad,1", "4:3")]
    [InlineData("name,words\n\n\nbad,1", "4:4")]
    [InlineData("sep=,\nname,words\nbad,1", "3:3")]
    [InlineData("name,words\nbad,\"1\n2\"", "2:2")]
    public void A_row_is_told_by_the_line_it_begins_on_and_by_its_row(string text, string place)
    {
        var errors = new ImportErrors();
        foreach (var row in new Sheet(Encoding.UTF8.GetBytes(text), Columns, errors).Rows())
            row.Read<string>("name", cell => cell == "bad" ? new Fault("bad", "Better.") : cell);
        var error = Assert.Single(errors.Listed);
        Assert.Equal(place, $"{error.Line}:{error.Row}");
    }

    [Theory]
    [InlineData("name,words\n1", "row-cut")]
    [InlineData("name,words\n1,2,3", "cells-too-many")]
    [InlineData("name,words,\n1,2,3", "cells-too-many")]
    [InlineData("name,words\n1,the \"big\" one", "quotes-unpaired")]
    [InlineData("name,words\n1,\"never ends\n2,3\n", "quotes-unpaired")]
    public void A_row_that_falls_apart_is_an_error(string text, string code)
    {
        var sheet = Read(text);
        Assert.Equal([$"2:2::{code}"], sheet.Errors);
        Assert.True(sheet.Sheet.IsWhole);
    }

    [Fact]
    public void Cells_that_a_program_left_away_at_the_end_are_empty() => Assert.Equal(["1|", "2|x"], Read("name,words\n1\n2,x").Rows);

    [Fact]
    public void A_cell_that_swallows_the_file_ends_the_reading()
    {
        var sheet = Read("name,words\n1,2\n3,\"" + new string('x', 20_000) + "\n4,5");
        Assert.Equal(["3:3::cell-without-end"], sheet.Errors);
        Assert.Equal(["1|2"], sheet.Rows);
        Assert.False(sheet.Sheet.IsWhole);
    }

    [Fact]
    public void Errors_beyond_a_thousand_are_only_counted()
    {
        var errors = new ImportErrors();
        for (var line = 1; line <= 1005; line++) errors.Add(line, line, null, new Fault("bad", "Better."));
        Assert.Equal((1000, 5), (errors.Listed.Count, errors.More));
    }

    private static Read_ Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Read_ Read(byte[] content)
    {
        var errors = new ImportErrors();
        var sheet = new Sheet(content, Columns, errors);
        var rows = sheet.Rows().Select(row => $"{row.Read<string>("name", t => t)}|{row.Read<string>("words", t => t)}").ToList();
        return new(sheet, rows, [.. errors.Listed.Select(e => $"{e.Line}:{e.Row}:{e.Column}:{e.Code}")], [.. errors.Listed.Select(e => e.Message)]);
    }

    private sealed record Read_(Sheet Sheet, IReadOnlyList<string> Rows, IReadOnlyList<string> Errors, IReadOnlyList<string> Messages);
}
