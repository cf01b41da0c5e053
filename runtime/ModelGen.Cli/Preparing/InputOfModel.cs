using ModelGen.Onnx;
using ModelGen.Preprocessing;

namespace ModelGen.Cli;

/// <summary>The input of a model that takes pictures.</summary>
internal static class InputOfModel
{
    /// <summary>The input's shape, with open sides as the command line gives them, else 0; null without a model.</summary>
    /// <exception cref="UserFault">The model takes no picture, or one of another size.</exception>
    internal static ImageInputShape? Find(PreprocessRequestArguments request, Surroundings surroundings, CancellationToken stop)
    {
        if (request.Model is not { } path)
            return null;
        ModelFacts facts = ModelReader.Read(path, ShapeFixes.None, stop).Require(surroundings);
        InputFact[] inputs = [.. facts.Inputs.Where(input => !input.HasDefault)];
        ImageInputShape? shape = inputs.Select(Shape).FirstOrDefault(found => found is not null);
        if (shape is null)
        {
            throw new UserFault(
                $"{Printable.Quote(path)} takes no picture: expected an input of float32, float16, uint8 or int8, N×C×H×W or N×H×W×C with 1 or 3 channels, and got "
                + $"{string.Join("; ", inputs.Select(input => $"{Printable.Quote(input.Name)} {input.Type}"))}. Leave --model out if only the numbers matter.");
        }
        if (request.Height == 0)
            return shape;
        if ((shape.Height != 0 && shape.Height != request.Height) || (shape.Width != 0 && shape.Width != request.Width))
        {
            throw new UserFault(
                $"The input {Printable.Quote(shape.Name)} is fixed at {Side(shape.Width)}×{Side(shape.Height)} (width×height), but --width and --height say {request.Width}×{request.Height}. Leave them out.");
        }
        return shape with { Height = request.Height, Width = request.Width };
    }

    private static ImageInputShape? Shape(InputFact input) => input.Type is TensorType { Shape.Rank: 4 } tensor
        && ImageInputShape.Of(input.Name, tensor.Element, [.. tensor.Shape!.Dims.Skip(1).Select(dim => dim.Size is > 0 and <= PixelSize.MaxSide and var size ? (int)size : 0)]) is { } shape
        ? shape with { Quantization = input.Quantization }
        : null;

    private static string Side(int side) => side == 0 ? "any" : side.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
