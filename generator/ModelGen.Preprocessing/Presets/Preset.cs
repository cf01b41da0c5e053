namespace ModelGen.Preprocessing;

/// <summary>Pipelines by name, each as the steps that it stands for.</summary>
internal static class Preset
{
    /// <summary>ImageNet's mean and deviation in RGB, as torchvision, Keras and Hugging Face have them.</summary>
    internal const string ImageNet = "mean=0.485,0.456,0.406;std=0.229,0.224,0.225";

    private static readonly (string Name, string Steps)[] s_all =
    [
        // What torchvision's references/classification/presets.py evaluates with by default.
        ("imagenet", "resize=256;filter=bilinear;crop=224;rescale=1/255;numbers=torchvision;" + ImageNet),
        // ultralytics/data/augment.py, LetterBox: cv2.resize linear, rounded half to even, 114 around; predictor.py divides by 255.
        ("yolo", "resize=input;fit=letterbox;library=opencv;filter=bilinear;pad=114;rescale=1/255;numbers=torchvision"),
        // The mean of Cityscapes' pictures by channel, subtracted by NumPy in float64 from what skimage.transform.resize gives.
        ("cityscapes", "resize=input;library=scikit-image;filter=bilinear;mean=71.60167789,82.09696889,72.30508881;numbers=float64"),
        // keras/src/applications/imagenet_utils.py, preprocess_input; load_img's interpolation varies, so the filter has to be said.
        ("keras:caffe", "resize=input;channels=bgr;mean=103.939,116.779,123.68;numbers=torchvision"),
        ("keras:tf", "resize=input;rescale=1/127.5;mean=1;numbers=torchvision"),
        ("keras:torch", "resize=input;rescale=1/255;numbers=torchvision;" + ImageNet),
    ];

    /// <summary>All names; torchvision's by their prefix.</summary>
    internal static IEnumerable<string> Names => s_all.Select(preset => preset.Name).Append(TorchvisionPresets.Prefix + "MODEL");

    /// <summary>The steps of a name; null when there is none of it.</summary>
    internal static string? Find(string name) => name.StartsWith(TorchvisionPresets.Prefix, StringComparison.OrdinalIgnoreCase)
        ? TorchvisionPresets.Find(name.Substring(TorchvisionPresets.Prefix.Length))
        : s_all.FirstOrDefault(preset => preset.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Steps;

    /// <summary>A guess at what was meant, as a sentence; empty when nothing is near.</summary>
    internal static string Hint(string name) => name.StartsWith(TorchvisionPresets.Prefix, StringComparison.OrdinalIgnoreCase)
        ? NearestName.Hint(name.Substring(TorchvisionPresets.Prefix.Length), TorchvisionPresets.Names)
        : NearestName.Hint(name, s_all.Select(preset => preset.Name));
}
