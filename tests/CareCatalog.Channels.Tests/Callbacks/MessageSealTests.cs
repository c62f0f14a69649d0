using System.Text.Json.Nodes;
using CareCatalog.Channels.Callbacks;
using CareCatalog.Testing;

namespace CareCatalog.Channels.Tests.Callbacks;

public sealed class MessageSealTests
{
    private const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private const string Corp = "wx5823bf96d3bd56c7";

    // As the platform publishes them with its sample code.
    private static readonly MessageSeal Published = new("QDG6eK", Key, Corp);

    [Fact]
    public void Open_PublishedEcho_IsTheNumberPublished()
    {
        const string Echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        Assert.True(Published.IsSigned("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780", Echo));
        Assert.Equal("1616140317555161061", Published.Open(Echo));
    }

    [RequiresFact(Tools.Node, Tools.Clients)]
    public async Task Open_WhatOthersSealed_IsTheMessage()
    {
        var lines = (await NodeScript.RunAsync("seal.mjs", "close", "200")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(200, lines.Length);
        foreach (var made in lines.Select(line => JsonNode.Parse(line)!))
        {
            string Of(string name) => (string)made[name]!;
            var seal = new MessageSeal(Of("token"), Of("key"), Of("id"));
            Assert.Equal(Of("message"), seal.Open(Of("sealed")));
            Assert.True(seal.IsSigned(Of("signature"), Of("timestamp"), Of("nonce"), Of("sealed")));
            Assert.Null(new MessageSeal(Of("token"), Of("key"), Of("id") + "x").Open(Of("sealed")));
        }
    }

    [RequiresTheory(Tools.Node, Tools.Clients)]
    [InlineData("@wecom/crypto")]
    [InlineData("wechat-crypto")]
    public async Task Close_OpenedByOthers_IsTheMessage(string library)
    {
        var messages = Enumerable.Range(0, 100).Select(length => new string('岁', length) + length).ToList();
        var input = messages.Select(message => new JsonObject
        {
            ["library"] = library, ["token"] = "QDG6eK", ["key"] = Key, ["id"] = Corp, ["sealed"] = Published.Close(message),
        }.ToJsonString());
        var opened = (await NodeScript.RunAsync("seal.mjs", string.Join('\n', input), ["open"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(messages, opened.Select(line => (string)line["message"]!));
        Assert.All(opened, line => Assert.Equal(Corp, (string)line["id"]!));
    }

    [Fact]
    public void Open_AnyByteChanged_NeverThrowsNorYieldsTheMessage()
    {
        var closed = Convert.FromBase64String(Published.Close("我家孩子4岁"));
        for (var at = 0; at < closed.Length; at++)
        {
            var damaged = (byte[])closed.Clone();
            damaged[at] ^= 0x5a;
            // The first block is noise: a change there changes nothing but the noise and one block after it.
            if (at >= 16) Assert.NotEqual("我家孩子4岁", Published.Open(Convert.ToBase64String(damaged)));
        }
        foreach (var text in new[] { "", "=", "AAAA", "not base64!", Convert.ToBase64String(new byte[15]), Convert.ToBase64String(new byte[16]), Convert.ToBase64String(new byte[4096]) })
            Assert.Null(Published.Open(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd")]
    [InlineData("5C45FF5E21C57E6AD56BAC8758B79B1D9AC89FD3")]
    [InlineData("5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd4")]
    public void IsSigned_AnyOtherSignature_IsFalse(string? signature) =>
        Assert.False(Published.IsSigned(signature, "1409659589", "263014780", "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ=="));

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C=")]
    [InlineData("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2!")]
    public void New_BadKey_IsRefused(string key) => Assert.Throws<ArgumentException>(() => new MessageSeal("t", key, "id"));
}
