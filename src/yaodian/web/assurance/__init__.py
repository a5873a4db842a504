"""对象保障: who is one person, decided by people where linkage cannot; what programmes came to; cases of those left out."""
