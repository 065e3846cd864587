"""Reports that anybody may read, such as other municipalities that want to learn from them."""

from web.public_results.views import bp

__all__ = ["bp"]
