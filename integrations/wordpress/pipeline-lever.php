<?php
/**
 * Plugin Name:       Pipeline Lever
 * Description:       Puts the calculator <pipeline-lever> into posts and pages, by a shortcode or a block.
 * Version:           1.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            The Pipeline Lever maintainers
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       pipeline-lever
 *
 * Part of Pipeline Lever, which is MIT OR Apache-2.0 at your choice; MIT is compatible with the GPL.
 */

namespace PipelineLever;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const BLOCK         = 'pipeline-lever/widget';
const SHORTCODE     = 'pipeline_lever';
const SCRIPT        = 'pipeline-lever';
const SCRIPT_FILE   = 'pipeline-lever.js';
const EDITOR_SCRIPT = 'pipeline-lever-block';
const OPTION        = 'pipeline_lever_settings';
const SETTINGS_PAGE = 'pipeline-lever';

const LANGUAGES = array( 'en', 'ka', 'lt', 'tr', 'ru' );
const PRESETS   = array( 'talk', 'talk-full', 'firm', 'fast-cash', 'slow-cash', 'stale', 'own' );
const THEMES    = array( 'auto', 'light', 'dark' );
const MODES     = array( 'full', 'compact', 'result' );
const PARTS     = array( 'bar', 'examples', 'language', 'link', 'question', 'pipeline', 'ways', 'more', 'privacy' );
const DENSITIES = array( 'normal', 'compact' );
const READ_ONLY = array( 'yes' );
const PERSISTS  = array( 'none', 'session', 'local' );
const LOADINGS  = array( 'auto', 'lazy', 'eager' );
const TARGETS   = array( '_blank', '_self', '_top' );

const LONGEST_ADDRESS = 2000;
const LONGEST_LABEL   = 120;
const LONGEST_STATE   = 65536;

// In the language of the calculator, which need not be the language of the site: hence not in the text domain.
const FALLBACK_TEXTS = array(
	'en' => 'Open the calculator',
	'ka' => 'კალკულატორის გახსნა',
	'lt' => 'Atidaryti skaičiuoklę',
	'tr' => 'Hesaplayıcıyı aç',
	'ru' => 'Открыть калькулятор',
);

add_action( 'init', __NAMESPACE__ . '\\register' );
add_action( 'enqueue_block_editor_assets', __NAMESPACE__ . '\\add_editor_code' );
add_action( 'admin_menu', __NAMESPACE__ . '\\add_settings_page' );
add_action( 'admin_init', __NAMESPACE__ . '\\register_settings' );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\mark_script_as_module', 10, 2 );
add_filter( 'plugin_action_links_' . plugin_basename( __FILE__ ), __NAMESPACE__ . '\\add_settings_link' );
register_activation_hook( __FILE__, __NAMESPACE__ . '\\activate' );

/**
 * Only an activated plugin can be uninstalled, so the hook is stored once here and not on every request.
 */
function activate(): void {
	register_uninstall_hook( __FILE__, __NAMESPACE__ . '\\uninstall' );
}

function uninstall(): void {
	if ( ! is_multisite() ) {
		delete_option( OPTION );
		return;
	}
	$sites = get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	);
	foreach ( $sites as $site ) {
		switch_to_blog( $site );
		delete_option( OPTION );
		restore_current_blog();
	}
}

function register(): void {
	add_shortcode( SHORTCODE, __NAMESPACE__ . '\\render_shortcode' );
	register_block();
}

// --- What the site has been told -------------------------------------------------------------------------------

/**
 * The folder of the release with a slash at its end, or '' when none is set.
 *
 * Checked on reading too: an option can be written past the settings page.
 */
function release_folder(): string {
	return clean_folder( saved( 'release' ) );
}

/**
 * The page that the fallback link leads to, or '' when none is set.
 */
function fallback_page(): string {
	return clean_page( saved( 'page' ) );
}

function saved( string $name ): string {
	$settings = get_option( OPTION, array() );
	return is_array( $settings ) ? text( $settings[ $name ] ?? '' ) : '';
}

// --- Checking what people write --------------------------------------------------------------------------------

/**
 * The text in a value, without the entities that WordPress puts into what authors save ("&" becomes "&amp;").
 * They are taken out before any check, so that nothing can hide behind them. '' for anything that is no text.
 *
 * @param mixed $value Attributes of blocks can be of any type.
 */
function text( $value ): string {
	if ( ! is_string( $value ) || strlen( $value ) > LONGEST_STATE ) {
		return '';
	}
	return trim( html_entity_decode( wp_check_invalid_utf8( $value ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
}

function one_of( string $value, array $allowed ): string {
	return in_array( $value, $allowed, true ) ? $value : '';
}

/**
 * Those words of a text that are allowed, with one space between them.
 */
function some_of( string $value, array $allowed ): string {
	return implode( ' ', array_intersect( explode( ' ', $value ), $allowed ) );
}

/**
 * An ISO 4217 code by its form. Which codes exist changes with the release, and the element itself knows them.
 */
function clean_currency( string $value ): string {
	$code = strtoupper( $value );
	return preg_match( '/\A[A-Z]{3}\z/', $code ) ? $code : '';
}

/**
 * The state of a shared link. People paste whole links, so what stands before "#s=" may be there.
 */
function clean_state( string $value ): string {
	$start = strpos( $value, '#s=' );
	$state = false === $start ? $value : substr( $value, $start + strlen( '#s=' ) );
	return preg_match( '/\A(?:[0-9]{1,4}\.)?[A-Za-z0-9_-]+\z/', $state ) ? $state : '';
}

function clean_label( string $value ): string {
	$line = trim( (string) preg_replace( '/[\p{Z}\p{Cc}]+/u', ' ', $value ) );
	return mb_substr( $line, 0, LONGEST_LABEL );
}

/**
 * An address with one of the schemes, as `esc_url` leaves it unescaped, or ''.
 *
 * @param string[] $schemes Such as array( 'https' ).
 */
function clean_address( string $value, array $schemes ): string {
	// Browsers drop tabs and line ends inside of addresses and read "\" as "/": what is checked would not be what is opened.
	if ( strlen( $value ) > LONGEST_ADDRESS || preg_match( '/[\s\\\\<>"\'`\p{C}]/u', $value ) !== 0 ) {
		return '';
	}
	if ( ! preg_match( '/\A(?:' . implode( '|', $schemes ) . '):/i', $value ) ) {
		return '';
	}
	return esc_url_raw( $value, $schemes );
}

/**
 * An address on the web: https, or http on the host of this very site if the site itself is still http.
 * Names and passwords in it are refused: "https://bank.example@evil.example" leads to evil.example.
 */
function clean_page( string $value ): string {
	$address = clean_address( $value, array( 'https', 'http' ) );
	$parts   = '' === $address ? false : wp_parse_url( $address );
	if ( ! is_array( $parts ) || empty( $parts['host'] ) || isset( $parts['user'] ) || isset( $parts['pass'] ) ) {
		return '';
	}
	$home         = wp_parse_url( home_url() );
	$is_own_place = 'http' === ( $home['scheme'] ?? '' ) && strtolower( $parts['host'] ) === strtolower( $home['host'] ?? '' );
	return 'https' === strtolower( $parts['scheme'] ) || $is_own_place ? $address : '';
}

/**
 * The folder of a release. People paste the address of the script in it, so that may be there.
 */
function clean_folder( string $value ): string {
	$address = clean_page( $value );
	if ( '' === $address || strpbrk( $address, '?#' ) !== false ) {
		return '';
	}
	if ( substr( $address, -strlen( '/' . SCRIPT_FILE ) ) === '/' . SCRIPT_FILE ) {
		$address = substr( $address, 0, -strlen( SCRIPT_FILE ) );
	}
	return trailingslashit( $address );
}

/**
 * Where the button leads: a page, a mail or a call.
 */
function clean_call_to_action( string $value ): string {
	return with_outcome(
		$value,
		static function ( string $address ): string {
			if ( preg_match( '/\Ahttps:/i', $address ) ) {
				return clean_page( $address );
			}
			return clean_address( $address, array( 'mailto', 'tel' ) );
		}
	);
}

/**
 * Cleans or escapes an address around the names of what the calculator puts into it, such as {link}: WordPress would drop
 * their braces.
 *
 * @param callable(string): string $work What is done with the rest of the address.
 */
function with_outcome( string $address, callable $work ): string {
	$marked = (string) preg_replace( '/\{([A-Za-z]{1,30})\}/', 'pl.outcome.$1.outcome.pl', $address );
	return (string) preg_replace( '/pl\.outcome\.([A-Za-z]{1,30})\.outcome\.pl/', '{$1}', $work( $marked ) );
}

/**
 * Which folder a widget is loaded from, given what its `url` asks for.
 *
 * Authors may write shortcodes, but may not put scripts into pages, and a folder is a script. So they choose between
 * versions of the release that an administrator has set (`…/pipeline-lever/1/`, `…/pipeline-lever/1.4.2/`), nothing else.
 */
function folder_of_version( string $asked ): string {
	$set = release_folder();
	if ( '' === $asked || '' === $set ) {
		return $set;
	}
	$version = '#\A(https?://.+/pipeline-lever/)[0-9]+(?:\.[0-9]+){0,2}/\z#';
	$folder  = clean_folder( $asked );
	if ( preg_match( $version, $set, $of_set ) && preg_match( $version, $folder, $of_asked ) && $of_set[1] === $of_asked[1] ) {
		return $folder;
	}
	return $set;
}

// --- What visitors get -----------------------------------------------------------------------------------------

/**
 * The attributes of the element, checked: only those that are good, by their names in HTML.
 *
 * @param array<mixed> $given By the names of the shortcode. Unknown ones are ignored.
 * @return array<string, string>
 */
function element_attributes( array $given ): array {
	$of = static function ( string $name ) use ( $given ): string {
		return text( $given[ $name ] ?? '' );
	};

	$attributes = array(
		'lang'       => one_of( $of( 'lang' ), LANGUAGES ),
		'currency'   => clean_currency( $of( 'currency' ) ),
		'preset'     => one_of( $of( 'preset' ), PRESETS ),
		'state'      => clean_state( $of( 'state' ) ),
		'theme'      => one_of( $of( 'theme' ), THEMES ),
		'mode'       => one_of( $of( 'mode' ), MODES ),
		'hide'       => some_of( $of( 'hide' ), PARTS ),
		'density'    => one_of( $of( 'density' ), DENSITIES ),
		'readonly'   => one_of( $of( 'readonly' ), READ_ONLY ),
		'persist'    => one_of( $of( 'persist' ), PERSISTS ),
		'loading'    => one_of( $of( 'loading' ), LOADINGS ),
		'cta-url'    => clean_call_to_action( $of( 'cta_url' ) ),
		'cta-label'  => clean_label( $of( 'cta_label' ) ),
		'cta-target' => one_of( $of( 'cta_target' ), TARGETS ),
	);
	if ( '' === $attributes['lang'] ) {
		$attributes['lang'] = site_language();
	}
	return array_filter( $attributes, 'strlen' );
}

function escaped_address( string $address ): string {
	return esc_url( $address, array( 'https', 'mailto', 'tel' ) );
}

/**
 * The language of the site if the calculator speaks it, else ''.
 */
function site_language(): string {
	return one_of( strtolower( (string) strtok( get_locale(), '_-' ) ), LANGUAGES );
}

/**
 * @param mixed $attributes '' when the shortcode has none.
 */
function render_shortcode( $attributes ): string {
	return render( is_array( $attributes ) ? $attributes : array() );
}

function render_block( array $attributes ): string {
	$widget = render( $attributes );
	return '' === $widget ? '' : '<div ' . get_block_wrapper_attributes() . '>' . $widget . '</div>';
}

/**
 * @param array<mixed> $given Attributes by the names of the shortcode.
 */
function render( array $given ): string {
	$folder = folder_of_version( text( $given['url'] ?? '' ) );
	if ( '' === $folder ) {
		return message_without_release();
	}

	$attributes = element_attributes( $given );
	$link       = fallback_link( text( $given['link'] ?? '' ), $folder, $attributes );
	// Feeds have no scripts.
	if ( is_feed() ) {
		return '<p>' . $link . '</p>';
	}

	enqueue( $folder . SCRIPT_FILE );
	$html = '<pipeline-lever';
	foreach ( $attributes as $name => $value ) {
		$escaped = 'cta-url' === $name ? with_outcome( $value, __NAMESPACE__ . '\escaped_address' ) : esc_attr( $value );
		$html   .= sprintf( ' %s="%s"', $name, $escaped );
	}
	return $html . '>' . $link . '</pipeline-lever>';
}

/**
 * What is there before the script has come, and stays if it never does.
 *
 * @param array<string, string> $attributes Checked attributes of the element.
 */
function fallback_link( string $asked, string $folder, array $attributes ): string {
	$page = clean_page( $asked );
	if ( '' === $page ) {
		$page = fallback_page();
	}
	// The standalone page in the folder understands both; of other pages only who set them knows what they understand.
	if ( '' === $page ) {
		$page = $folder;
		if ( isset( $attributes['lang'] ) ) {
			$page .= '?lang=' . $attributes['lang'];
		}
		if ( isset( $attributes['state'] ) ) {
			$page .= '#s=' . $attributes['state'];
		}
	}

	$language = $attributes['lang'] ?? 'en';
	return sprintf(
		'<a href="%s" lang="%s">%s</a>',
		esc_url( $page, array( 'https', 'http' ) ),
		esc_attr( $language ),
		esc_html( FALLBACK_TEXTS[ $language ] )
	);
}

/**
 * For those who can do something about it; visitors see nothing.
 */
function message_without_release(): string {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '';
	}
	return '<p>' . esc_html__( 'Pipeline Lever is not shown yet: an administrator has to set the address of the release in Settings → Pipeline Lever. Visitors do not see this message.', 'pipeline-lever' ) . '</p>';
}

/**
 * A name can be defined as an element only once, so the widget that is rendered first decides on the version.
 * In a page that is the first block, as WordPress renders blocks before shortcodes.
 * No version is added to the address: a module that is asked for by two addresses runs twice.
 */
function enqueue( string $address ): void {
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		wp_enqueue_script_module( SCRIPT, $address, array(), null );
		return;
	}
	wp_enqueue_script( SCRIPT, $address, array(), null, true );
}

/**
 * WordPress before 6.5 knows no modules.
 *
 * @param mixed $tag    Other plugins may have made anything of it.
 * @param mixed $handle The script's name.
 * @return mixed
 */
function mark_script_as_module( $tag, $handle ) {
	if ( SCRIPT !== $handle || ! is_string( $tag ) ) {
		return $tag;
	}
	return preg_replace_callback(
		'#<script\b([^>]*\ssrc=[^>]*)>#',
		static function ( array $found ): string {
			return '<script type="module"' . preg_replace( '#\stype=(["\'])[^"\']*\1#', '', $found[1] ) . '>';
		},
		$tag
	);
}

// --- The block -------------------------------------------------------------------------------------------------

/**
 * The fields of the block, named as in the shortcode. Without 'options' a field takes any text.
 *
 * @return array<string, array<string, mixed>>
 */
function fields(): array {
	return array(
		'lang'       => array(
			'label'   => __( 'Language', 'pipeline-lever' ),
			'help'    => __( 'Empty: the language of the site, if it is one of these.', 'pipeline-lever' ),
			'options' => LANGUAGES,
		),
		'preset'     => array(
			'label'   => __( 'Example to start with', 'pipeline-lever' ),
			'options' => PRESETS,
		),
		'state'      => array(
			'label' => __( 'Shared link with your numbers', 'pipeline-lever' ),
			'help'  => __( 'Copy the link in the calculator and paste it here. It goes before the example.', 'pipeline-lever' ),
		),
		'currency'   => array(
			'label' => __( 'Currency', 'pipeline-lever' ),
			'help'  => __( 'Three letters, such as EUR.', 'pipeline-lever' ),
		),
		'mode'       => array(
			'label'   => __( 'How much is shown', 'pipeline-lever' ),
			'options' => MODES,
		),
		'theme'      => array(
			'label'   => __( 'Colours', 'pipeline-lever' ),
			'options' => THEMES,
		),
		'hide'       => array(
			'label' => __( 'Parts that do not show', 'pipeline-lever' ),
			'help'  => __( 'Words with spaces between them: ', 'pipeline-lever' ) . implode( ' ', PARTS ),
		),
		'density'    => array(
			'label'   => __( 'Room between parts', 'pipeline-lever' ),
			'options' => DENSITIES,
		),
		'readonly'   => array(
			'label'   => __( 'Visitors cannot change numbers', 'pipeline-lever' ),
			'options' => READ_ONLY,
		),
		'persist'    => array(
			'label'   => __( 'Where the browser keeps numbers', 'pipeline-lever' ),
			'help'    => __( 'Empty: nowhere. One calculator a page is kept.', 'pipeline-lever' ),
			'options' => PERSISTS,
		),
		'loading'    => array(
			'label'   => __( 'When it loads', 'pipeline-lever' ),
			'options' => LOADINGS,
		),
		'cta_url'    => array(
			'label' => __( 'Where the button leads', 'pipeline-lever' ),
			'help'  => __( 'Begins with https:, mailto: or tel:. Anything else is ignored.', 'pipeline-lever' ),
		),
		'cta_label'  => array(
			'label' => __( 'What the button says', 'pipeline-lever' ),
		),
		'cta_target' => array(
			'label'   => __( 'Where the button opens it', 'pipeline-lever' ),
			'options' => TARGETS,
		),
		'link'       => array(
			'label' => __( 'Page for those whose browser cannot show the calculator', 'pipeline-lever' ),
			'help'  => __( 'Empty: the page in Settings → Pipeline Lever.', 'pipeline-lever' ),
		),
		'url'        => array(
			'label' => __( 'Other version of the release', 'pipeline-lever' ),
			'help'  => __( 'A folder beside the one in Settings → Pipeline Lever. Anything else is ignored.', 'pipeline-lever' ),
		),
	);
}

function register_block(): void {
	wp_register_script( EDITOR_SCRIPT, false, array( 'wp-blocks', 'wp-element', 'wp-block-editor', 'wp-components' ), '1.0.0', true );
	register_block_type(
		BLOCK,
		array(
			// 3 is what editors in a frame ask for, and not known before 6.3.
			'api_version'     => version_compare( get_bloginfo( 'version' ), '6.3', '>=' ) ? 3 : 2,
			'title'           => 'Pipeline Lever',
			'description'     => __( 'A calculator: fix a stage of the sales pipeline, or buy more leads?', 'pipeline-lever' ),
			'category'        => 'widgets',
			'icon'            => 'chart-bar',
			'attributes'      => array_fill_keys( array_keys( fields() ), array( 'type' => 'string' ) ),
			'supports'        => array(
				'align' => array( 'wide', 'full' ),
				'html'  => false,
			),
			'editor_script'   => EDITOR_SCRIPT,
			'render_callback' => __NAMESPACE__ . '\\render_block',
		)
	);
}

function add_editor_code(): void {
	wp_add_inline_script( EDITOR_SCRIPT, 'const pipelineLeverBlock = ' . wp_json_encode( editor_words(), JSON_HEX_TAG | JSON_HEX_AMP ) . ';' . EDITOR_CODE );
}

/**
 * What the editor's script needs from here. Its texts come translated, so that it needs no files of translations.
 *
 * @return array<string, mixed>
 */
function editor_words(): array {
	return array(
		'block'       => BLOCK,
		'fields'      => fields(),
		'title'       => 'Pipeline Lever',
		'heading'     => __( 'Calculator', 'pipeline-lever' ),
		'byItself'    => __( '(as the calculator decides)', 'pipeline-lever' ),
		'placeholder' => '' === release_folder()
			? __( 'An administrator has to set the address of the release in Settings → Pipeline Lever. Until then visitors see nothing here.', 'pipeline-lever' )
			: __( 'The calculator stands here on the published page. Its settings are in the bar at the side.', 'pipeline-lever' ),
	);
}

// A placeholder and not the calculator itself: a preview would load the release into the editor of everyone who writes.
const EDITOR_CODE = <<<'JS'
( function ( blocks, element, blockEditor, components, words ) {
	const el = element.createElement;

	function field( name, attributes, setAttributes ) {
		const { label, help, options } = words.fields[ name ];
		const props = {
			key: name,
			label,
			help,
			value: attributes[ name ] || '',
			onChange: ( value ) => setAttributes( { [ name ]: value || undefined } ),
			__nextHasNoMarginBottom: true,
			__next40pxDefaultSize: true,
		};
		if ( ! options ) {
			return el( components.TextControl, props );
		}
		const choices = options.map( ( value ) => ( { value, label: value } ) );
		return el( components.SelectControl, {
			...props,
			options: [ { value: '', label: words.byItself }, ...choices ],
		} );
	}

	function Edit( { attributes, setAttributes } ) {
		const names = Object.keys( words.fields );
		const chosen = names
			.filter( ( name ) => attributes[ name ] )
			.map( ( name ) => words.fields[ name ].label + ': ' + attributes[ name ].slice( 0, 60 ) );
		return el(
			'div',
			blockEditor.useBlockProps(),
			el(
				blockEditor.InspectorControls,
				null,
				el(
					components.PanelBody,
					{ title: words.heading },
					names.map( ( name ) => field( name, attributes, setAttributes ) )
				)
			),
			el(
				components.Placeholder,
				{ icon: 'chart-bar', label: words.title, instructions: words.placeholder },
				el( 'p', null, chosen.join( ' · ' ) )
			)
		);
	}

	blocks.registerBlockType( words.block, { title: words.title, edit: Edit, save: () => null } );
} )( wp.blocks, wp.element, wp.blockEditor, wp.components, pipelineLeverBlock );
JS;

// --- Settings → Pipeline Lever ---------------------------------------------------------------------------------

function register_settings(): void {
	register_setting(
		SETTINGS_PAGE,
		OPTION,
		array(
			'type'              => 'object',
			'sanitize_callback' => __NAMESPACE__ . '\\sanitize_settings',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'pipeline_lever_addresses', '', __NAMESPACE__ . '\\show_introduction', SETTINGS_PAGE );
	$fields = array(
		'release' => array(
			'title' => __( 'Folder of the release', 'pipeline-lever' ),
			'help'  => __( 'The address of the folder that holds pipeline-lever.js, such as https://example.com/pipeline-lever/1/. Whoever can change what is in it can change your pages: choose a place that you trust.', 'pipeline-lever' ),
		),
		'page'    => array(
			'title' => __( 'Page of the calculator', 'pipeline-lever' ),
			'help'  => __( 'Where the link leads that is shown if the calculator itself cannot be. Empty: the page in the folder of the release.', 'pipeline-lever' ),
		),
	);
	foreach ( $fields as $name => $field ) {
		add_settings_field(
			$name,
			$field['title'],
			__NAMESPACE__ . '\\show_address_field',
			SETTINGS_PAGE,
			'pipeline_lever_addresses',
			array(
				'name'      => $name,
				'help'      => $field['help'],
				'label_for' => 'pipeline-lever-' . $name,
			)
		);
	}
}

/**
 * An address that cannot be used is refused with a message, and what was there before stays.
 *
 * @param mixed $given What the form has sent.
 * @return array{release: string, page: string}
 */
function sanitize_settings( $given ): array {
	$given  = is_array( $given ) ? $given : array();
	$before = array(
		'release' => release_folder(),
		'page'    => fallback_page(),
	);
	$after  = array(
		'release' => clean_folder( text( $given['release'] ?? '' ) ),
		'page'    => clean_page( text( $given['page'] ?? '' ) ),
	);

	foreach ( $after as $name => $address ) {
		if ( '' === $address && ! empty( $given[ $name ] ) ) {
			$after[ $name ] = $before[ $name ];
			/* translators: %s: name of a field */
			complain( $name, sprintf( __( '%s: the address has to begin with https:// and may not hold a name or a password; that of the folder no ? and no # either. It was not changed.', 'pipeline-lever' ), 'release' === $name ? __( 'Folder of the release', 'pipeline-lever' ) : __( 'Page of the calculator', 'pipeline-lever' ) ) );
		}
	}
	// In a network the administrators of its sites manage options, but may not put scripts into pages.
	if ( $after['release'] !== $before['release'] && ! current_user_can( 'unfiltered_html' ) ) {
		$after['release'] = $before['release'];
		complain( 'release', __( 'Folder of the release: only who may put scripts into pages can change it. In a network of sites that is its super administrator.', 'pipeline-lever' ) );
	}
	return $after;
}

function complain( string $name, string $message ): void {
	// Options can be saved where the admin screens are not loaded.
	if ( function_exists( 'add_settings_error' ) ) {
		add_settings_error( OPTION, 'pipeline_lever_' . $name, $message );
	}
}

function add_settings_page(): void {
	add_options_page( 'Pipeline Lever', 'Pipeline Lever', 'manage_options', SETTINGS_PAGE, __NAMESPACE__ . '\\show_settings_page' );
}

/**
 * @param mixed $links Other plugins may have made anything of it.
 * @return mixed
 */
function add_settings_link( $links ) {
	if ( is_array( $links ) && current_user_can( 'manage_options' ) ) {
		$links[] = sprintf( '<a href="%s">%s</a>', esc_url( admin_url( 'options-general.php?page=' . SETTINGS_PAGE ) ), esc_html__( 'Settings', 'pipeline-lever' ) );
	}
	return $links;
}

function show_settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( SETTINGS_PAGE );
	do_settings_sections( SETTINGS_PAGE );
	submit_button();
	echo '</form></div>';
}

function show_introduction(): void {
	echo '<p>' . esc_html__( 'Nothing is loaded from anywhere until the folder of a release is set. Then pages with the shortcode [pipeline_lever] or the block Pipeline Lever load the calculator from there; all other pages load nothing.', 'pipeline-lever' ) . '</p>';
}

/**
 * @param array<string, string> $field Name, help and id, as given to add_settings_field().
 */
function show_address_field( array $field ): void {
	printf(
		'<input type="url" class="regular-text code" id="%1$s" name="%2$s[%3$s]" value="%4$s" aria-describedby="%1$s-help"><p class="description" id="%1$s-help">%5$s</p>',
		esc_attr( $field['label_for'] ),
		esc_attr( OPTION ),
		esc_attr( $field['name'] ),
		esc_attr( saved( $field['name'] ) ),
		esc_html( $field['help'] )
	);
}
