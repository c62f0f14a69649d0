using System.Text;
using System.Text.Json;
using CareCatalog.Testing;

namespace CareCatalog.Cli.Tests;

/// <summary><c>ask</c> and <c>explain</c>.</summary>
public class AskTests
{
    private const string Day = "2026-11-22";

    [Fact]
    public void Ask_Question_SaysServiceDepartmentAndSource()
    {
        var run = Command.Run("ask", "我家孩子4岁，刚搬到青岛", "--now", Day);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("学前教育服务", run.Output, StringComparison.Ordinal);
        Assert.Contains("市教育局", run.Output, StringComparison.Ordinal);
        Assert.Contains("《青岛市流动儿童在居住地享有关爱服务基础清单》第2项", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("长春", "220100-09")]
    [InlineData("371700", "371700-11")]
    [InlineData("Qingdao", "370200-10")]
    [InlineData("李沧", "370200-10")]
    public void Ask_Place_IsTheResidence(string place, string expected) =>
        Assert.Equal(expected, Reply(Command.Run("ask", "公租房找谁", "--place", place, "--json")).GetProperty("matches")[0].GetProperty("id").GetString());

    [Fact]
    public void Ask_English_AnswersInEnglish() =>
        Assert.Equal("en", Reply(Command.Run("ask", "青岛打疫苗", "--lang", "en", "--json")).GetProperty("language").GetString());

    [Fact]
    public void Ask_Json_HasEveryFieldOfTheContract()
    {
        var reply = Reply(Command.Run("ask", "青岛打疫苗", "--json"));
        foreach (var field in (string[])["outcome", "language", "jurisdiction", "matches", "passages", "hotlines", "text"]) Assert.True(reply.TryGetProperty(field, out _), field);
        var match = reply.GetProperty("matches")[0];
        Assert.Equal("370200-01", match.GetProperty("id").GetString());
        Assert.Equal("市卫生健康委", match.GetProperty("departments")[0].GetString());
        Assert.NotEmpty(match.GetProperty("why").EnumerateArray());
    }

    [Fact]
    public void AskLines_QuestionsAndConversations_AnswersInOrder()
    {
        var run = Lines("""{"id":"b","text":"打疫苗","city":"370200"}""", "", """{"id":"a","turns":[{"user":"长春打疫苗"},{"user":"找谁"}]}""");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var replies = run.Lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["b", "a"], replies.Select(reply => reply.GetProperty("id").GetString()));
        Assert.Equal("370200-01", replies[0].GetProperty("matches")[0].GetProperty("id").GetString());
        Assert.Equal(["220100-01", "220100-01"], replies[1].GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("matches")[0].GetProperty("id").GetString()));
    }

    [Fact]
    public void AskLines_SameTextTwice_IsAFreshConversationEach()
    {
        var run = Lines("""{"id":"1","text":"孩子4岁，在青岛"}""", """{"id":"2","text":"打疫苗"}""");
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(run.Lines[1]).RootElement.GetProperty("jurisdiction").ValueKind);
    }

    [Fact]
    public void AskLines_BadLines_AreNamedAndTheOthersAreAnswered()
    {
        string[] bad =
        [
            "not json", "null", "[]", """{"id":"x"}""", """{"text":"打疫苗"}""", """{"id":null,"text":"打疫苗"}""", """{"id":1,"text":"打疫苗"}""", """{"id":"x","text":"a","text":"b"}""",
            """{"id":"x","text":"a","turns":[]}""", """{"id":"x","text":"a","city":"青岛"}""", """{"id":"x","turns":[null]}""", """{"id":"x","turns":[{}]}""",
            """{"id":"x","turns":[{"user":null}]}""", """{"id":"x","text":"a""",
        ];
        var run = Lines([.. bad.SelectMany((line, at) => (string[])[$$"""{"id":"{{at}}","text":"打疫苗"}""", line])]);
        Assert.Equal(1, run.ExitCode);
        var errors = run.Error.TrimEnd().Split('\n');
        Assert.Equal(bad.Length, errors.Length);
        Assert.All(errors, (error, at) => Assert.StartsWith($"line {(2 * at) + 2}: ", error, StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(0, bad.Length).Select(at => $"{at}"), run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public void AskLines_LineThatIsNotUtf8_IsNamedAndTheOthersAreAnswered()
    {
        byte[] input = [.. Encoding.UTF8.GetPreamble(), .. "{\"id\":\"1\",\"text\":\"打疫苗\"}\n"u8, 0xc7, 0xe0, 0xb5, 0xba, (byte)'\n', .. "{\"id\":\"3\",\"text\":\"上学\"}"u8];
        var run = Command.RunWith(input, "ask", "--jsonl", "--root", Repository.Root);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("line 2: this is not UTF-8.", run.Error.Trim());
        Assert.Equal(2, run.Lines.Length);
    }

    [Fact]
    public void Explain_Question_ShowsUnderstandingDecisionAndScores()
    {
        var run = Command.Run("explain", "长春 低保", "--now", Day);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("长春市", run.Output, StringComparison.Ordinal);
        Assert.Contains("dibao", run.Output, StringComparison.Ordinal);
        Assert.Contains("LookUp", run.Output, StringComparison.Ordinal);
        Assert.Contains("220100-14", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Place_IsTaken() =>
        Assert.Contains("220100-01", Command.Run("explain", "打疫苗", "--place", "长春").Output, StringComparison.Ordinal);

    private static Command Lines(params string[] lines) =>
        Command.RunWith(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "ask", "--jsonl", "--now", Day, "--root", Repository.Root);

    private static JsonElement Reply(Command run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
