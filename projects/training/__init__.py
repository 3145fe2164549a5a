"""What somebody learns before visiting (V6): the topics, who needs which, and where one practises. Data and
pure rules, without database."""
