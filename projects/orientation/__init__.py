"""Does the approach fit here (V1)? The questions, the weighing and how a choice is frozen, as data.

Pure Python without database: `questions` holds what is asked, `rules`, `cautions` and `strengths` what
answers mean, `weighing` draws the advice, `record` writes everything down as text that stays readable when
the questions change, `differences` lays two such records side by side.
"""
