//! The standalone page.

fn main() {
    pipeline_lever::element::start();
}
