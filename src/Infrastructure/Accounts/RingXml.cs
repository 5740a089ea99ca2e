using System.Xml.Linq;
using Mentorship.Domain;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Mentorship.Infrastructure.Accounts;

/// <summary>Seals the secret part of a Data Protection key.</summary>
internal sealed class RingXmlEncryptor(RingSeal seal) : IXmlEncryptor
{
    internal const string Use = "data-protection";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var value = seal.Seal(Use, default, plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new(new XElement("sealed", Convert.ToBase64String(value.Bytes.Span)), typeof(RingXmlDecryptor));
    }
}

/// <summary>Opens it again; made by Data Protection itself from the type's name in the stored key.</summary>
internal sealed class RingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(
        services.GetRequiredService<RingSeal>()
            .Open(RingXmlEncryptor.Use, default, new Sealed(Convert.FromBase64String(encryptedElement.Value))));
}
