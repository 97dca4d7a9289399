//! The code that puts the calculator into somebody's page, as `docs/element.md`, `docs/frame.md` and `docs/wordpress.md`
//! describe it.

/// Where the code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// A page of HTML.
    Html,
    /// A page that may have frames but no scripts around them.
    Frame,
    /// A site that has the plugin.
    WordPress,
    /// A code embed of Webflow.
    Webflow,
    /// An embed of Wix, which is a frame of its own.
    Wix,
    /// An HTML block of Tilda.
    Tilda,
}

impl Destination {
    /// All of them, the most usual first.
    pub const ALL: [Self; 6] = [
        Self::Html,
        Self::WordPress,
        Self::Webflow,
        Self::Wix,
        Self::Tilda,
        Self::Frame,
    ];

    /// A name for programs, such as "wordpress".
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Frame => "frame",
            Self::WordPress => "wordpress",
            Self::Webflow => "webflow",
            Self::Wix => "wix",
            Self::Tilda => "tilda",
        }
    }

    /// The one with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|other| other.id() == id)
    }

    /// Whether all attributes of the element are of use there. A frame takes a language and the numbers.
    #[must_use]
    pub fn takes_attributes(self) -> bool {
        self != Self::Frame
    }
}

/// What is put into a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Snippet {
    /// The address of the folder that has the release.
    pub release: String,
    /// The attributes of the element, by their names; those that say nothing are left out.
    pub attributes: Vec<(&'static str, String)>,
    /// The numbers on the calculator's own page, as they stand in its links; without them, those that it begins with.
    pub numbers: Option<String>,
    /// The calculator's name, for those who are told what a frame is.
    pub title: String,
    /// What a link to the calculator's own page says.
    pub link: String,
}

impl Snippet {
    /// The code for one place.
    #[must_use]
    pub fn code(&self, destination: Destination) -> String {
        match destination {
            Destination::Frame => self.frame(),
            Destination::WordPress => self.shortcode(),
            Destination::Html | Destination::Webflow | Destination::Wix | Destination::Tilda => {
                self.element()
            }
        }
    }

    /// The release's folder, with one slash at its end.
    fn folder(&self) -> String {
        [self.release.trim().trim_end_matches('/'), "/"].concat()
    }

    fn attribute(&self, wanted: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| *name == wanted)?;
        Some(&found.1)
    }

    /// The calculator's own page, with the same language and numbers.
    fn page(&self) -> String {
        let language = self.attribute("lang").map(|tag| ["?lang=", tag].concat());
        let numbers = self.numbers.as_ref().map(|link| ["#s=", link].concat());
        let parts = [Some(self.folder()), language, numbers];
        parts.into_iter().flatten().collect()
    }

    fn element(&self) -> String {
        let script = [&self.folder(), "pipeline-lever.js"].concat();
        let attributes = self
            .attributes
            .iter()
            .map(|(name, value)| pair(name, value));
        let attributes: String = attributes.collect();
        let (script, page) = (quoted(&script), quoted(&self.page()));
        let link = quoted(&self.link);
        format!(
            "<script type=\"module\" src=\"{script}\"></script>\n\
             <pipeline-lever{attributes}>\n  <a href=\"{page}\">{link}</a>\n</pipeline-lever>\n"
        )
    }

    fn frame(&self) -> String {
        let script = [&self.folder(), "frame.js"].concat();
        let (script, page) = (quoted(&script), quoted(&self.page()));
        let title = quoted(&self.title);
        format!(
            "<iframe data-pipeline-lever src=\"{page}\" title=\"{title}\" loading=\"lazy\" allow=\"clipboard-write\" \
             style=\"width: 100%; height: 960px; border: 0\"></iframe>\n\
             <script src=\"{script}\" async></script>\n"
        )
    }

    /// A shortcode's attributes are named with underscores.
    fn shortcode(&self) -> String {
        let attributes = self
            .attributes
            .iter()
            .map(|(name, value)| pair(&name.replace('-', "_"), value));
        let attributes: String = attributes.collect();
        format!("[pipeline_lever{attributes}]\n")
    }
}

fn pair(name: &str, value: &str) -> String {
    format!(" {name}=\"{}\"", quoted(value))
}

/// A text that ends neither what it stands in nor begins something: in HTML, and in a shortcode, which is read by its
/// brackets before it is HTML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => quoted.push_str("&amp;"),
            '<' => quoted.push_str("&lt;"),
            '>' => quoted.push_str("&gt;"),
            '"' => quoted.push_str("&quot;"),
            '[' => quoted.push_str("&#91;"),
            ']' => quoted.push_str("&#93;"),
            _ => quoted.push(sign),
        }
    }
    quoted
}
