namespace ModelGen.Preprocessing;

/// <summary>The numbers behind <see cref="TorchvisionPresets"/>: what is cropped, what is resized to, with which filter, for which weights of which models.</summary>
internal static class TorchvisionTable
{
    /// <summary>Models for segmentation, with <c>SemanticSegmentation(resize_size=520)</c>.</summary>
    internal const string Segmentation =
        "FCN_ResNet50 FCN_ResNet101 DeepLabV3_ResNet50 DeepLabV3_ResNet101 DeepLabV3_MobileNet_V3_Large LRASPP_MobileNet_V3_Large";

    /// <summary>Models for detection, with <c>ObjectDetection()</c>.</summary>
    internal const string Detection =
        "FasterRCNN_ResNet50_FPN FasterRCNN_ResNet50_FPN_V2 FasterRCNN_MobileNet_V3_Large_FPN FasterRCNN_MobileNet_V3_Large_320_FPN FCOS_ResNet50_FPN "
        + "RetinaNet_ResNet50_FPN RetinaNet_ResNet50_FPN_V2 SSD300_VGG16 SSDLite320_MobileNet_V3_Large MaskRCNN_ResNet50_FPN MaskRCNN_ResNet50_FPN_V2 "
        + "KeypointRCNN_ResNet50_FPN";

    private const string V1 = "IMAGENET1K_V1";
    private const string V2 = "IMAGENET1K_V2";
    private const string EndToEnd = "IMAGENET1K_SWAG_E2E_V1";
    private const string Linear = "IMAGENET1K_SWAG_LINEAR_V1";
    private const string Bilinear = "bilinear";
    private const string Bicubic = "bicubic";

    private const string Vgg = "VGG11 VGG11_BN VGG13 VGG13_BN VGG16 VGG16_BN VGG19 VGG19_BN";
    private const string DenseNet = "DenseNet121 DenseNet161 DenseNet169 DenseNet201";
    private const string WithTwoResNets = "ResNet50 ResNet101 ResNet152 ResNeXt50_32X4D ResNeXt101_32X8D Wide_ResNet50_2 Wide_ResNet101_2";
    private const string RegNet =
        "RegNet_Y_400MF RegNet_Y_800MF RegNet_Y_1_6GF RegNet_Y_3_2GF RegNet_Y_8GF RegNet_Y_16GF RegNet_Y_32GF "
        + "RegNet_X_400MF RegNet_X_800MF RegNet_X_1_6GF RegNet_X_3_2GF RegNet_X_8GF RegNet_X_16GF RegNet_X_32GF";

    private const string RegNetSwag = "RegNet_Y_16GF RegNet_Y_32GF RegNet_Y_128GF";

    /// <summary>Models for classification.</summary>
    internal static readonly (int Crop, int Resize, string Filter, string Weights, string Models)[] Classification =
    [
        (224, 256, Bilinear, V1, "AlexNet GoogLeNet MobileNet_V2 MobileNet_V3_Large MobileNet_V3_Small MNASNet0_5 MNASNet1_0 SqueezeNet1_0 SqueezeNet1_1"),
        (224, 256, Bilinear, V1, "ResNet18 ResNet34 ShuffleNet_V2_X0_5 ShuffleNet_V2_X1_0 ViT_B_16 ViT_B_32 ViT_L_32"),
        (224, 256, Bilinear, V1, Vgg),
        (224, 256, Bilinear, V1, DenseNet),
        (224, 256, Bilinear, V1, WithTwoResNets),
        (224, 256, Bilinear, V1, RegNet),
        (224, 232, Bilinear, V1, "ConvNeXt_Base ConvNeXt_Large MNASNet0_75 MNASNet1_3 ResNeXt101_64X4D ShuffleNet_V2_X1_5 ShuffleNet_V2_X2_0"),
        (224, 236, Bilinear, V1, "ConvNeXt_Tiny"),
        (224, 230, Bilinear, V1, "ConvNeXt_Small"),
        (224, 242, Bilinear, V1, "ViT_L_16"),
        (299, 342, Bilinear, V1, "Inception_V3"),
        (224, 256, Bicubic, V1, "EfficientNet_B0"),
        (240, 256, Bicubic, V1, "EfficientNet_B1"),
        (288, 288, Bicubic, V1, "EfficientNet_B2"),
        (300, 320, Bicubic, V1, "EfficientNet_B3"),
        (380, 384, Bicubic, V1, "EfficientNet_B4"),
        (456, 456, Bicubic, V1, "EfficientNet_B5"),
        (528, 528, Bicubic, V1, "EfficientNet_B6"),
        (600, 600, Bicubic, V1, "EfficientNet_B7"),
        (384, 384, Bilinear, V1, "EfficientNet_V2_S"),
        (480, 480, Bilinear, V1, "EfficientNet_V2_M"),
        (224, 224, Bicubic, V1, "MaxVit_T"),
        (224, 232, Bicubic, V1, "Swin_T"),
        (224, 246, Bicubic, V1, "Swin_S"),
        (224, 238, Bicubic, V1, "Swin_B"),
        (256, 260, Bicubic, V1, "Swin_V2_T Swin_V2_S"),
        (256, 272, Bicubic, V1, "Swin_V2_B"),
        (224, 232, Bilinear, V2, WithTwoResNets),
        (224, 232, Bilinear, V2, RegNet),
        (224, 232, Bilinear, V2, "MobileNet_V2 MobileNet_V3_Large"),
        (240, 255, Bilinear, V2, "EfficientNet_B1"),
        (384, 384, Bicubic, EndToEnd, RegNetSwag),
        (224, 224, Bicubic, Linear, RegNetSwag),
        (384, 384, Bicubic, EndToEnd, "ViT_B_16"),
        (512, 512, Bicubic, EndToEnd, "ViT_L_16"),
        (518, 518, Bicubic, EndToEnd, "ViT_H_14"),
        (224, 224, Bicubic, Linear, "ViT_B_16 ViT_L_16 ViT_H_14"),
    ];
}
