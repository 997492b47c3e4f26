"""Problems: one catalogue of codes, one table from exceptions to codes, one shape on the wire (RFC 9457)."""
