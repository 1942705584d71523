"""The word segmentation model of `fupin_extract.spacy.load`, made by `models/segmenter/train.py`."""
