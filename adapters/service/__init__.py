"""The application service: what every server entry shares, with the ports that other adapters implement."""
