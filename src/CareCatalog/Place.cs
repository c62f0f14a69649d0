namespace CareCatalog;

/// <summary>A province, prefecture or county.</summary>
/// <param name="Code">Its GB/T 2260 code.</param>
/// <param name="Name">Its full name, as in 李沧区.</param>
/// <param name="EnglishName">Its name in pinyin or English, as in Licang; words capitalised, no tone marks.</param>
/// <param name="Aliases">Other names people use for it (西海岸新区 for 黄岛区), Chinese or Latin.</param>
public sealed record Place(JurisdictionCode Code, string Name, string EnglishName, IReadOnlyList<string> Aliases);
