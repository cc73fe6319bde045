//! HTTP for a node.
