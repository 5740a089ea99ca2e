using System.Xml.Linq;
using Mentorship.Domain;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Seals the secret part of a Data Protection key.</summary>
internal sealed class RingXmlEncryptor(RingSeal seal) : IXmlEncryptor
{
    internal const string Use = "data-protection", Element = "sealed";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var value = seal.Seal(Use, default, plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement(Element, Convert.ToBase64String(value.Bytes.Span)), typeof(RingXmlDecryptor));
    }
}

/// <summary>Brings the sealed part of a stored key under the current master key.</summary>
internal static class RingXml
{
    public static string Anew(string xml, RingSeal seal)
    {
        var key = XElement.Parse(xml);
        foreach (var part in key.Descendants(RingXmlEncryptor.Element))
        {
            var value = new Sealed(Convert.FromBase64String(part.Value));
            if (!seal.IsCurrent(value)) part.Value = Convert.ToBase64String(Resealed(value, seal).Bytes.Span);
        }
        return key.ToString(SaveOptions.DisableFormatting);
    }

    private static Sealed Resealed(Sealed value, RingSeal seal) =>
        seal.Seal(RingXmlEncryptor.Use, default, seal.Open(RingXmlEncryptor.Use, default, value));
}

/// <summary>Opens it again; made by Data Protection itself from the type's name in the stored key.</summary>
internal sealed class RingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
        services.GetRequiredService<RingSeal>()
            .Open(RingXmlEncryptor.Use, default, new Sealed(Convert.FromBase64String(encryptedElement.Value))));
}
