"""Charts of stored figures as accessible SVG (P8, P11, P14).

Bar lengths, labels and descriptions come from the rounded cells of `neighbourhood.figures.types` only.
Drawn once, in the worker, when a snapshot is made; web processes show the stored text and never import
matplotlib. `drawing.draw_charts(figures)` is the way in.
"""
