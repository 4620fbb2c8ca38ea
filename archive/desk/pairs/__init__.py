"""The pair screen: do these make the same claim?"""
