using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Parses a model, changes its meaning up to four times in one way, and writes it.</summary>
internal sealed class SemanticMutator(IModelMutator inner) : IMutator
{
    /// <summary>The way.</summary>
    public IModelMutator Inner => inner;

    /// <inheritdoc/>
    public byte[] Mutate(byte[] model, Corpus corpus, Random random)
    {
        ModelProto proto;
        try
        {
            proto = ModelProto.Parser.ParseFrom(model);
        }
        catch (InvalidProtocolBufferException)
        {
            // An earlier mutation of the same file broke its bytes.
            return model;
        }
        proto.Graph ??= new GraphProto();
        for (int changes = random.Next(1, 5); changes > 0; changes--)
            inner.Mutate(proto, corpus, random);
        return proto.ToByteArray();
    }
}
