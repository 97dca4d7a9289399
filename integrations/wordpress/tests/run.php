<?php
/**
 * The plugin without WordPress:  php integrations/wordpress/tests/run.php
 *
 * Exits with 1 if anything fails.
 */

require __DIR__ . '/stand-ins.php';
require dirname( __DIR__ ) . '/pipeline-lever.php';

use function PipelineLever\mark_script_as_module;
use function PipelineLever\sanitize_settings;

const RELEASE = 'https://cdn.example/pipeline-lever/1/';

set_error_handler(
	static function ( int $level, string $message, string $file, int $line ): bool {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);

do_action( 'init' );

/** @var array<string, callable> $tests */
$tests = array();

/**
 * What the shortcode makes of the attributes.
 *
 * @param mixed $attributes As WordPress gives them.
 */
function shortcode( $attributes = '' ): string {
	return ( Site::$shortcodes['pipeline_lever'] )( $attributes, '', 'pipeline_lever' );
}

function block( array $attributes ): string {
	return ( Site::$blocks['pipeline-lever/widget']['render_callback'] )( $attributes );
}

/**
 * The attributes of the one element in the HTML, as a parser of HTML reads them.
 *
 * @return array<string, string>
 */
function attributes_of( string $html, string $name = 'pipeline-lever' ): array {
	$page = new DOMDocument();
	// The parser warns of every element that it does not know.
	$page->loadHTML( '<?xml encoding="utf-8"?><body>' . $html . '</body>', LIBXML_NOERROR | LIBXML_NOWARNING );
	$body  = $page->getElementsByTagName( 'body' )->item( 0 );
	$names = array();
	// What is not escaped becomes an element of its own.
	foreach ( $body->getElementsByTagName( '*' ) as $element ) {
		$names[] = $element->nodeName;
	}
	same( array( 'pipeline-lever', 'a' ), $names, 'the element, its link and nothing else' );
	$found = array();
	foreach ( $body->getElementsByTagName( $name )->item( 0 )->attributes as $attribute ) {
		$found[ $attribute->nodeName ] = $attribute->nodeValue;
	}
	return $found;
}

/**
 * @param mixed $expected What should be.
 * @param mixed $got      What is.
 */
function same( $expected, $got, string $what = '' ): void {
	if ( $expected !== $got ) {
		throw new Exception( trim( $what . "\n" ) . '  expected ' . var_export( $expected, true ) . "\n  got      " . var_export( $got, true ) );
	}
}

// The first, as a function that exists cannot be taken away again.
$tests['before WordPress 6.5 the script is an ordinary one, from then on a module'] = static function (): void {
	shortcode();
	same( array( 'pipeline-lever' => RELEASE . 'pipeline-lever.js' ), Site::$scripts );
	Site::$scripts = array();
	learn_modules();
	shortcode();
	same( array(), Site::$scripts );
	same( array( 'pipeline-lever' => RELEASE . 'pipeline-lever.js' ), Site::$modules );
};

$tests['without attributes there is the element with the language of the site and a link to the page'] = static function (): void {
	same(
		'<pipeline-lever lang="en"><a href="https://cdn.example/pipeline-lever/1/?lang=en" lang="en">Open the calculator</a></pipeline-lever>',
		shortcode()
	);
	same( array( 'pipeline-lever' => RELEASE . 'pipeline-lever.js' ), Site::$modules );
	same( array(), Site::$scripts );
};

$tests['every attribute passes when it is good'] = static function (): void {
	$good = array(
		'lang'       => 'lt',
		'currency'   => 'EUR',
		'preset'     => 'talk-full',
		'state'      => '1.eyJ2ZXJzaW9uIjox-_',
		'theme'      => 'dark',
		'mode'       => 'compact',
		'hide'       => 'examples privacy',
		'density'    => 'compact',
		'readonly'   => 'yes',
		'persist'    => 'session',
		'loading'    => 'eager',
		'cta_url'    => 'https://agency.example/audit?a=1&b=2#top',
		'cta_label'  => 'Užsisakyti auditą „dabar“',
		'cta_target' => '_blank',
	);
	$expected = array();
	foreach ( $good as $name => $value ) {
		$expected[ str_replace( '_', '-', $name ) ] = $value;
	}
	same( $expected, attributes_of( shortcode( $good ) ) );
	same( '<div class="wp-block-pipeline-lever-widget">' . shortcode( $good ) . '</div>', block( $good ) );
};

$tests['a value that is not on its list is left out'] = static function (): void {
	$bad = array(
		'lang'       => array( 'de', 'LT', 'lt-LT', '' ),
		'currency'   => array( 'EURO', 'E1R', '€', "EUR\nx" ),
		'preset'     => array( 'login', 'TALK', 'talk ful', '../talk' ),
		'state'      => array( '1.abc"', '1.a b', '1..a', '12345.a', '.a', 'a.b', '1.a&b', '#s=', '1.ąž' ),
		'theme'      => array( 'black', 'dark;' ),
		'mode'       => array( 'present' ),
		'hide'       => array( 'everything', 'cta', 'bar;' ),
		'density'    => array( 'dense', '1' ),
		'readonly'   => array( 'no', 'true', 'readonly' ),
		'persist'    => array( 'forever', 'cookie' ),
		'loading'    => array( 'never' ),
		'cta_target' => array( '_parent', 'frame' ),
	);
	foreach ( $bad as $name => $values ) {
		foreach ( $values as $value ) {
			same( array( 'lang' => 'en' ), attributes_of( shortcode( array( $name => $value ) ) ), "$name=$value" );
		}
	}
};

$tests['of the parts to hide those are taken that there are'] = static function (): void {
	same( 'link bar', attributes_of( shortcode( array( 'hide' => ' link  none bar' ) ) )['hide'] );
};

$tests['unknown attributes and words without a name are ignored'] = static function (): void {
	$given = array( 'onclick' => 'alert(1)', 'style' => 'x', 'cta-url' => 'https://a.example/', 0 => 'onload=alert(1)', 'src' => 'x' );
	same( array( 'lang' => 'en' ), attributes_of( shortcode( $given ) ) );
};

$tests['quotes and tags stay text'] = static function (): void {
	$label = '"><script>alert(1)</script><img src=x onerror=\'alert(1)\'>';
	$html  = shortcode( array( 'cta_label' => $label ) );
	same( array( 'lang' => 'en', 'cta-label' => $label ), attributes_of( $html ) );
	same( false, strpos( $html, '<script' ) );
	$given = array_fill_keys( array( 'lang', 'currency', 'preset', 'state', 'theme', 'mode', 'hide', 'density', 'readonly', 'persist', 'loading', 'cta_url', 'cta_target', 'url', 'link' ), $label );
	same( array( 'lang' => 'en' ), attributes_of( shortcode( $given ) ) );
	same( array( 'lang' => 'en' ), attributes_of( shortcode( array( 'state' => '1.a" onmouseover="alert(1)' ) ) ) );
};

$tests['a label is one line of at most 120 characters'] = static function (): void {
	same( 'a b c', attributes_of( shortcode( array( 'cta_label' => "  a\n\tb\u{00a0} c \u{0000}" ) ) )['cta-label'] );
	$label = attributes_of( shortcode( array( 'cta_label' => str_repeat( 'ქ', 500 ) ) ) )['cta-label'];
	same( str_repeat( 'ქ', 120 ), $label );
	same( 'R&D', attributes_of( shortcode( array( 'cta_label' => 'R&amp;D' ) ) )['cta-label'], 'as authors save it' );
};

$tests['the button leads to https, mailto and tel alone'] = static function (): void {
	$good = array( 'https://a.example', 'HTTPS://a.example/x', 'https://ąžuolas.example/č', 'mailto:me@a.example?subject=Hi%20there', 'tel:+37060000000', 'https://a.example/?n={link}&h={headline}', 'mailto:me@a.example?body={text}' );
	foreach ( $good as $address ) {
		same( $address, attributes_of( shortcode( array( 'cta_url' => $address ) ) )['cta-url'] ?? null, $address );
	}
	$bad = array(
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		"java\nscript:alert(1)",
		"\x01javascript:alert(1)",
		'javascript&colon;alert(1)',
		'javascript&#58;alert(1)',
		'&#106;avascript:alert(1)',
		'data:text/html,<script>alert(1)</script>',
		'vbscript:x',
		'http://a.example/',
		'//a.example/',
		'/page',
		'a.example',
		'https:',
		'https:///x',
		'https:\\\\a.example',
		'https:a.example',
		'https://bank.example@evil.example/',
		'https://a.example/"onclick="alert(1)',
		"https://a.example/'x",
		'https://a.example/a b',
		"https://a.example/\u{202e}x",
		'https://a.example/&quot;onclick=&quot;x',
		'blob:https://a.example/x',
		'ftp://a.example/',
		'https://a.example/' . str_repeat( 'x', 2000 ),
		"https://a.example/\xff",
	);
	foreach ( $bad as $address ) {
		same( array( 'lang' => 'en' ), attributes_of( shortcode( array( 'cta_url' => $address ) ) ), $address );
	}
};

$tests['arrays, numbers, objects and huge texts are ignored'] = static function (): void {
	$names = array( 'lang', 'currency', 'preset', 'state', 'theme', 'mode', 'hide', 'density', 'readonly', 'persist', 'loading', 'cta_url', 'cta_label', 'cta_target', 'url', 'link' );
	foreach ( array( array( 'lt' ), array( array() ), 7, 1.5, true, null, new stdClass(), str_repeat( 'a', 1000000 ) ) as $value ) {
		same( array( 'lang' => 'en' ), attributes_of( shortcode( array_fill_keys( $names, $value ) ) ) );
	}
	same( array( 'lang' => 'en' ), attributes_of( shortcode( null ) ) );
};

$tests['the state may be a whole shared link'] = static function (): void {
	$html = shortcode( array( 'state' => 'https://a.example/pipeline-lever/?lang=lt#s=1.abc' ) );
	same( '1.abc', attributes_of( $html )['state'] );
	same( RELEASE . '?lang=en#s=1.abc', attributes_of( $html, 'a' )['href'] );
};

$tests['the language is that of the site if it is one of the five'] = static function (): void {
	$of_locale = array(
		'lt_LT' => 'Atidaryti skaičiuoklę',
		'ka_GE' => 'კალკულატორის გახსნა',
		'tr_TR' => 'Hesaplayıcıyı aç',
		'ru_RU' => 'Открыть калькулятор',
		'en_GB' => 'Open the calculator',
		'lt'    => 'Atidaryti skaičiuoklę',
	);
	foreach ( $of_locale as $locale => $text ) {
		Site::$locale = $locale;
		same( array( 'lang' => substr( $locale, 0, 2 ) ), attributes_of( shortcode() ) );
		same( true, strpos( shortcode(), '>' . $text . '</a>' ) !== false, $text );
	}
	foreach ( array( 'de_DE', 'lij', 'tra', '' ) as $locale ) {
		Site::$locale = $locale;
		same( array(), attributes_of( shortcode() ) );
		same( array( 'href' => RELEASE, 'lang' => 'en' ), attributes_of( shortcode(), 'a' ) );
	}
	same( 'ka', attributes_of( shortcode( array( 'lang' => 'ka' ) ) )['lang'] );
};

$tests['the link leads to the page that was asked for, else to that of the settings, untouched'] = static function (): void {
	Site::$options['pipeline_lever_settings']['page'] = 'https://site.example/calculator?x=1&y=2';
	same( 'https://site.example/calculator?x=1&y=2', attributes_of( shortcode( array( 'state' => '1.a' ) ), 'a' )['href'] );
	same( 'https://other.example/', attributes_of( shortcode( array( 'link' => 'https://other.example/' ) ), 'a' )['href'] );
	foreach ( array( 'javascript:alert(1)', 'mailto:me@a.example', 'http://other.example/', '//x.example' ) as $bad ) {
		same( 'https://site.example/calculator?x=1&y=2', attributes_of( shortcode( array( 'link' => $bad ) ), 'a' )['href'], $bad );
	}
};

$tests['several widgets on a page load one script'] = static function (): void {
	shortcode( array( 'lang' => 'lt' ) );
	shortcode( array( 'lang' => 'ka', 'url' => 'https://cdn.example/pipeline-lever/1.4.2/' ) );
	block( array( 'lang' => 'tr' ) );
	same( array( 'pipeline-lever' => RELEASE . 'pipeline-lever.js' ), Site::$modules );
};

$tests['a page without the widget loads nothing'] = static function (): void {
	do_action( 'init' );
	same( array(), Site::$modules );
	same( array(), Site::$scripts );
};

$tests['whoever writes may choose another version of the release, and no other folder'] = static function (): void {
	$asked = static function ( string $address ): string {
		Site::$modules = array();
		shortcode( array( 'url' => $address ) );
		return Site::$modules['pipeline-lever'];
	};
	same( 'https://cdn.example/pipeline-lever/1.4.2/pipeline-lever.js', $asked( 'https://cdn.example/pipeline-lever/1.4.2/' ) );
	same( 'https://cdn.example/pipeline-lever/2/pipeline-lever.js', $asked( 'https://cdn.example/pipeline-lever/2' ) );
	same( 'https://cdn.example/pipeline-lever/2/pipeline-lever.js', $asked( 'https://cdn.example/pipeline-lever/2/pipeline-lever.js' ) );
	$bad = array(
		'https://evil.example/pipeline-lever/1/',
		'https://cdn.example/evil/1/',
		'https://cdn.example/evil/pipeline-lever/1/',
		'https://cdn.example/pipeline-lever/1/evil/',
		'https://cdn.example/pipeline-lever/../evil/1/',
		'https://cdn.example/pipeline-lever/..%2f..%2fevil/',
		'https://cdn.example:444/pipeline-lever/1/',
		'https://cdn.example@evil.example/pipeline-lever/1/',
		'https://cdn.example/pipeline-lever/1/?x=/evil.js',
		'https://cdn.example/pipeline-lever/1/#',
		'http://cdn.example/pipeline-lever/2/',
		'javascript:alert(1)',
		'data:text/javascript,alert(1)//pipeline-lever/1/',
	);
	foreach ( $bad as $address ) {
		same( RELEASE . 'pipeline-lever.js', $asked( $address ), $address );
	}
	Site::$options['pipeline_lever_settings']['release'] = 'https://shared.example/1/';
	same( 'https://shared.example/1/pipeline-lever.js', $asked( 'https://shared.example/2/' ), 'a number may be another customer of the same host' );
};

$tests['without a release visitors get nothing, editors a message, and nothing is loaded'] = static function (): void {
	$useless = array( false, array(), 'https://cdn.example/', array( 'release' => array( 'x' ) ), array( 'release' => 'javascript:alert(1)' ), array( 'release' => 'http://cdn.example/' ) );
	foreach ( $useless as $settings ) {
		Site::$options      = array( 'pipeline_lever_settings' => $settings );
		Site::$capabilities = array();
		same( '', shortcode( array( 'url' => 'https://evil.example/pipeline-lever/1/' ) ) );
		same( '', block( array() ) );
		Site::$capabilities = array( 'edit_posts' );
		same( 1, preg_match( '#\A<p>[^<]+Settings → Pipeline Lever[^<]+</p>\z#', shortcode() ) );
	}
	same( array(), Site::$modules );
};

$tests['feeds get the link alone'] = static function (): void {
	Site::$is_feed = true;
	same( '<p><a href="https://cdn.example/pipeline-lever/1/?lang=en" lang="en">Open the calculator</a></p>', shortcode() );
	same( array(), Site::$modules );
};

$tests['settings: good addresses are kept in one form'] = static function (): void {
	Site::$capabilities = array( 'manage_options', 'unfiltered_html' );
	foreach ( array( 'https://cdn.example/p/1', ' https://cdn.example/p/1/ ', 'https://cdn.example/p/1/pipeline-lever.js' ) as $address ) {
		same( array( 'release' => 'https://cdn.example/p/1/', 'page' => 'https://a.example/?p=1' ), sanitize_settings( array( 'release' => $address, 'page' => 'https://a.example/?p=1', 'more' => 'x' ) ) );
	}
	same( array( 'release' => '', 'page' => '' ), sanitize_settings( array( 'release' => '', 'page' => '' ) ), 'it can be emptied' );
	same( array(), Site::$complaints );
};

$tests['settings: a bad address is refused with a message and changes nothing'] = static function (): void {
	Site::$capabilities = array( 'manage_options', 'unfiltered_html' );
	$bad                = array( 'javascript:alert(1)', 'http://cdn.example/', 'cdn.example', 'https://a:b@cdn.example/', 'https://cdn.example/?x', 'https://cdn.example/#x', array( 'x' ), '"><script>' );
	foreach ( $bad as $address ) {
		Site::$complaints = array();
		same( array( 'release' => RELEASE, 'page' => '' ), sanitize_settings( array( 'release' => $address ) ) );
		same( 1, count( Site::$complaints ) );
	}
	same( array( 'release' => '', 'page' => '' ), sanitize_settings( 'x' ) );
};

$tests['settings: who may not put scripts into pages cannot change the folder'] = static function (): void {
	Site::$capabilities = array( 'manage_options' );
	$after              = sanitize_settings( array( 'release' => 'https://evil.example/', 'page' => 'https://a.example/' ) );
	same( array( 'release' => RELEASE, 'page' => 'https://a.example/' ), $after );
	same( 1, count( Site::$complaints ) );
};

$tests['http is for a site that is http itself, on its own host'] = static function (): void {
	Site::$options['pipeline_lever_settings']['release'] = 'http://site.example/p/';
	same( '', shortcode() );
	Site::$home = 'http://site.example';
	shortcode();
	same( array( 'pipeline-lever' => 'http://site.example/p/pipeline-lever.js' ), Site::$modules );
	Site::$options['pipeline_lever_settings']['release'] = 'http://cdn.example/p/';
	same( '', shortcode() );
};

$tests['the tag of the script is made a module, other tags are left alone'] = static function (): void {
	$made = '<script type="module" src=\'https://cdn.example/p.js\' id=\'pipeline-lever-js\'></script>';
	same( $made, mark_script_as_module( "<script src='https://cdn.example/p.js' id='pipeline-lever-js'></script>", 'pipeline-lever' ) );
	same( $made, mark_script_as_module( "<script type='text/javascript' src='https://cdn.example/p.js' id='pipeline-lever-js'></script>", 'pipeline-lever' ) );
	same( '<script>before()</script>' . $made, mark_script_as_module( "<script>before()</script><script src='https://cdn.example/p.js' id='pipeline-lever-js'></script>", 'pipeline-lever' ) );
	same( '<script src="x"></script>', mark_script_as_module( '<script src="x"></script>', 'other' ) );
	same( null, mark_script_as_module( null, 'pipeline-lever' ) );
};

$tests['the block has a field and an attribute for everything that the shortcode takes'] = static function (): void {
	$names = array( 'lang', 'preset', 'state', 'currency', 'mode', 'theme', 'hide', 'density', 'readonly', 'persist', 'loading', 'cta_url', 'cta_label', 'cta_target', 'link', 'url' );
	same( $names, array_keys( Site::$blocks['pipeline-lever/widget']['attributes'] ) );
	do_action( 'enqueue_block_editor_assets' );
	$code = Site::$inline['pipeline-lever-block'];
	same( 1, preg_match( '#\Aconst pipelineLeverBlock = (\{.*?\});\(#', $code, $found ) );
	same( $names, array_keys( json_decode( $found[1], true )['fields'] ) );
	same( false, strpos( $code, '</' ), 'nothing ends the script element early' );
};

$tests['uninstalling takes the option away'] = static function (): void {
	( Site::$on_activation )();
	( Site::$on_uninstall )();
	same( array(), Site::$options );
};

$tests['uninstalling in a network takes it away on every site, and nothing else'] = static function (): void {
	Site::$others = array( 2 => Site::$options, 3 => array( 'blogname' => 'x' ) + Site::$options );
	( Site::$on_uninstall )();
	same( array(), Site::$options );
	same( array( 2 => array(), 3 => array( 'blogname' => 'x' ) ), Site::$others );
	same( array(), Site::$switched );
};

$tests['presets are those of the calculator'] = static function (): void {
	$source = dirname( __DIR__, 3 ) . '/src/model/presets.rs';
	if ( ! is_file( $source ) ) {
		echo "(the plugin stands alone: nothing to compare with)\n";
		return;
	}
	same( 1, preg_match( '/const IDS: &\'static \[&\'static str\] = &\[(.*?)\]/s', file_get_contents( $source ), $found ) );
	preg_match_all( '/"([^"]+)"/', $found[1], $ids );
	same( $ids[1], PipelineLever\PRESETS );
};

$tests['PHP asks no server for anything and stores only the option'] = static function (): void {
	$code = file_get_contents( dirname( __DIR__ ) . '/pipeline-lever.php' );
	foreach ( array( 'wp_remote', 'curl', 'file_get_contents', 'fopen', 'fsockopen', 'setcookie', 'update_option', 'add_option(', 'transient', 'user_meta', 'post_meta', '$_' ) as $word ) {
		same( false, stripos( $code, $word ), $word );
	}
};

$failed = 0;
foreach ( $tests as $name => $test ) {
	Site::reset();
	try {
		$test();
		echo "ok    $name\n";
	} catch ( Throwable $problem ) {
		++$failed;
		echo "FAIL  $name\n" . $problem->getMessage() . "\n" . ( $problem instanceof Error ? $problem->getTraceAsString() . "\n" : '' );
	}
}
printf( "%d passed, %d failed\n", count( $tests ) - $failed, $failed );
exit( $failed > 0 ? 1 : 0 );
