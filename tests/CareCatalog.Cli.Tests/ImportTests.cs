using System.Text.Json;

namespace CareCatalog.Cli.Tests;

/// <summary><c>import</c>: looks by default, writes when told to, and only into the folder it is told.</summary>
public class ImportTests
{
    private const string Table = """
        序号,服务领域,服务对象,服务项目,服务内容,责任部门
        1,幼有所育,0-6岁流动儿童,健康和托育服务,按照国家免疫规划疫苗免疫程序提供接种服务。,市卫健委
        2,住有所居,家庭住房困难的流动儿童,住房保障服务,为符合当地住房保障条件的流动儿童家庭实物配租公共租赁住房或者发放租赁补贴。,市住建局
        """;

    [Fact]
    public void Import_DryRun_ShowsTheDraftAndChangesNothing()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("zhengzhou.csv", Table);
        var before = workspace.Files();
        var run = workspace.Run("import", file, "--place", "410100");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("2 rows, 10 cells", run.Lines[^1], StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public void Import_ProgressWanted_IsToldOnStandardErrorOnly()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("zhengzhou.csv", Table);
        var quiet = workspace.Run("import", file, "--place", "410100");
        var told = workspace.Run("import", file, "--place", "410100", "--progress");
        Assert.Equal("", quiet.Error);
        Assert.Equal(quiet.Output, told.Output);
        Assert.Equal("\r50% of 2 rows compared\r100% of 2 rows compared\n", told.Error);
    }

    [Fact]
    public void Import_Json_HoldsEveryCell()
    {
        using var workspace = new Workspace();
        var run = workspace.Run("import", workspace.Write("zhengzhou.csv", Table), "--place", "410100", "--json");
        var rows = JsonDocument.Parse(run.Output).RootElement.GetProperty("rows");
        Assert.Equal("住房保障服务", rows[1].GetProperty("service").GetProperty("text").GetString());
        foreach (var row in rows.EnumerateArray())
        {
            foreach (var field in (string[])["domain", "audience", "service", "content", "departments"])
                Assert.InRange(row.GetProperty(field).GetProperty("sureness").GetDouble(), 0.5, 1);
            Assert.InRange(row.GetProperty("needsSureness").GetDouble(), 0.2, 1);
            Assert.InRange(row.GetProperty("eligibilitySureness").GetDouble(), 0.5, 1);
        }
        Assert.Equal(("0-83", "housing-hardship"), (rows[0].GetProperty("ages").GetString(), rows[1].GetProperty("circumstances").GetString()));
    }

    [Fact]
    public void Import_Write_IsAnsweredFromAtOnce()
    {
        using var workspace = new Workspace();
        var run = workspace.Run("import", workspace.Write("zhengzhou.csv", Table), "--place", "410100", "--write");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal("seeds/ is sound", run.Lines[^1]);
        Assert.Contains("《", workspace.Run("ask", "郑州公租房").Output, StringComparison.Ordinal);
        var reply = JsonDocument.Parse(workspace.Run("ask", "郑州公租房", "--json").Output).RootElement;
        Assert.Equal("410100-02", reply.GetProperty("matches")[0].GetProperty("id").GetString());
        Assert.Equal("市住建局", reply.GetProperty("matches")[0].GetProperty("departments")[0].GetString());
    }

    [Fact]
    public void Import_PlaceThatHasAList_IsNotOverwritten()
    {
        using var workspace = new Workspace();
        var file = workspace.Write("qingdao.csv", Table);
        var before = workspace.Files();
        Assert.Equal(2, workspace.Run("import", file, "--place", "370200", "--write").ExitCode);
        Assert.Equal(before, workspace.Files());
    }

    [Fact]
    public void Import_OurOwnDocument_FindsEveryRow()
    {
        using var workspace = new Workspace();
        var run = workspace.Run("import", workspace.At("seeds/documents/000_dc3e41d4d0ff0a6f.txt"), "--place", "370200");
        Assert.Equal(3, run.ExitCode);
        Assert.StartsWith("22 rows, ", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Import_FileThatIsNotUtf8_IsRefusedAndNothingIsWritten()
    {
        using var workspace = new Workspace();
        File.WriteAllBytes(workspace.At("gbk.csv"), [0xd0, 0xf2, 0xba, 0xc5, (byte)',', 0xff, 0xfe, (byte)'\n']);
        var before = workspace.Files();
        var run = workspace.Run("import", workspace.At("gbk.csv"), "--place", "410100", "--write");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("gbk.csv is refused", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, workspace.Files());
    }
}
