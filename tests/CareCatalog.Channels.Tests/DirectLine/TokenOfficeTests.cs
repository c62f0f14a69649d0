using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CareCatalog.Channels.DirectLine;
using CareCatalog.Testing;

namespace CareCatalog.Channels.Tests.DirectLine;

public sealed class TokenOfficeTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly FakeTimeProvider clock = new();
    private readonly TokenOffice office;

    public TokenOfficeTests() => office = new TokenOffice(Key, TimeSpan.FromMinutes(30), clock);

    private static string Sign(string header, string claims, byte[]? key = null)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(key ?? Key, Encoding.ASCII.GetBytes(signed)))}";
    }

    [Fact]
    public void Read_WhatWasIssued_IsTheSameGrant()
    {
        Assert.Equal(
            new DirectLineToken("c", "dl_家长", clock.GetUtcNow() + TimeSpan.FromMinutes(30)), office.Read(office.Issue("c", "dl_家长")));
        Assert.Equal(
            new DirectLineToken("c", "dl_x", clock.GetUtcNow() + TimeSpan.FromSeconds(60), ForStream: true),
            office.Read(office.IssueForStream("c", "dl_x")));
    }

    [Fact]
    public void Read_AfterItsTime_IsStillOursButExpired()
    {
        var token = office.Issue("c", "dl_x");
        clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.False(office.IsExpired(office.Read(token)!));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(office.IsExpired(office.Read(token)!));
    }

    [Fact]
    public void Read_OfAnotherKey_IsNotOurs() =>
        Assert.Null(office.Read(new TokenOffice(new byte[32], TimeSpan.FromMinutes(30), clock).Issue("c", "dl_x")));

    [Fact]
    public void Read_AnyCharacterChanged_IsNotOurs()
    {
        var token = office.Issue("c", "dl_x");
        for (var at = 0; at < token.Length; at++)
        {
            foreach (var other in "A-z9.=é\0")
            {
                if (token[at] != other) Assert.Null(office.Read($"{token[..at]}{other}{token[(at + 1)..]}"));
            }
        }
    }

    [Theory]
    [InlineData("""{"alg":"none","typ":"JWT"}""")]
    [InlineData("""{"alg":"HS512","typ":"JWT"}""")]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""")]
    [InlineData("""{"typ":"JWT","alg":"HS256"}""")]
    [InlineData("""{"alg":"HS256","typ":"JWT","jku":"https://evil.example"}""")]
    public void Read_AnotherHeader_IsNotOurs(string header) =>
        Assert.Null(office.Read(Sign(header, """{"conv":"c","user":"dl_x","exp":9999999999,"use":"conversation"}""")));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData("undefined")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9..")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.")]
    [InlineData("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.AAAA")]
    public void Read_NoToken_IsNotOurs(string text) => Assert.Null(office.Read(text));

    [Fact]
    public void Read_TokenWithATailOrPadding_IsNotOurs()
    {
        var token = office.Issue("c", "dl_x");
        Assert.Null(office.Read(token + "."));
        Assert.Null(office.Read(token + "="));
        Assert.Null(office.Read(token + " "));
        Assert.Null(office.Read(" " + token));
        Assert.Null(office.Read(new string('a', 1_000_000)));
    }
}
