#!/usr/bin/env bash
# The plugin in a real WordPress, from its installation to the uninstalling of the plugin:
#
#   real.sh WORDPRESS SQLITE_PLUGIN [PORT]
#
# WORDPRESS is a folder with WordPress, SQLITE_PLUGIN one with the plugin "SQLite Database Integration"; both are only read.
# Needs bash, curl and PHP with curl, mbstring, sqlite3 and xml; with Node 20 and chromedriver it also looks at the editor.
# With KEEP=1 the site goes on running until Enter is pressed.
set -euo pipefail

if [ $# -lt 2 ]; then
    sed -n '2,8s/^# \{0,1\}//p' "$0"
    exit 2
fi
wordpress=$1 sqlite=$2 port=${3:-8973}
plugin=$(cd "$(dirname "$0")/.." && pwd)/pipeline-lever.php
site=http://127.0.0.1:$port
work=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi; rm -rf "$work"' EXIT

passed=0 failed=0
verdict() { # OK? NAME DETAIL
    if [ "$1" = yes ]; then
        passed=$((passed + 1))
        echo "ok    $2"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n%s\n' "$2" "$3"
    fi
}
has() { # NAME HTML TEXT
    if grep -qF -- "$3" <<<"$2"; then verdict yes "$1"; else verdict no "$1" "not found: $3
$(grep -i 'pipeline' <<<"$2" || true)"; fi
}
lacks() { # NAME HTML TEXT
    if grep -qiF -- "$3" <<<"$2"; then verdict no "$1" "found: $3"; else verdict yes "$1"; fi
}
count() { # NAME HTML TEXT HOW_OFTEN
    local found
    found=$({ grep -oF -- "$3" <<<"$2" || true; } | wc -l)
    if [ "$found" -eq "$4" ]; then verdict yes "$1"; else verdict no "$1" "$3: $found times"; fi
}

# --- A site --------------------------------------------------------------------------------------------------------

root=$work/site
cp -R "$wordpress" "$root"
mkdir -p "$root/wp-content/plugins" "$root/wp-content/themes/classic" "$root/wp-content/themes/blocks/templates"
cp -R "$sqlite" "$root/wp-content/plugins/sqlite-database-integration"
cp "$sqlite/db.copy" "$root/wp-content/db.php"
cp "$plugin" "$root/wp-content/plugins/"

# Nothing outside of this machine is asked, by WordPress neither.
cat >"$root/wp-config.php" <<'PHP'
<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', '' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', '' );
define( 'DB_CHARSET', 'utf8' );
define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
	define( $name . '_KEY', 'key of ' . $name );
	define( $name . '_SALT', 'salt of ' . $name );
}
define( 'FS_METHOD', 'direct' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'DISABLE_WP_CRON', true );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', __DIR__ . '/debug.log' );
if ( file_exists( __DIR__ . '/nobody-writes-scripts' ) ) {
	define( 'DISALLOW_UNFILTERED_HTML', true );
}
$table_prefix = 'wp_';
if ( ! defined( 'ABSPATH' ) ) {
	define( 'ABSPATH', __DIR__ . '/' );
}
require_once ABSPATH . 'wp-settings.php';
PHP

# Two themes of the least that a theme can be: one runs the content after the head is written, the other before.
echo '/* Theme Name: Classic */' >"$root/wp-content/themes/classic/style.css"
cat >"$root/wp-content/themes/classic/index.php" <<'PHP'
<?php
if ( file_exists( ABSPATH . 'with-policy' ) ) {
	header( "Content-Security-Policy: script-src 'self'; style-src 'self'" );
}
?>
<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8"><?php wp_head(); ?></head><body>
<?php
while ( have_posts() ) {
	the_post();
	the_content();
}
wp_footer();
?>
</body></html>
PHP
echo '/* Theme Name: Blocks */' >"$root/wp-content/themes/blocks/style.css"
echo '<!-- wp:post-content /-->' >"$root/wp-content/themes/blocks/templates/index.html"
echo '<!-- wp:post-content /-->' >"$root/wp-content/themes/blocks/templates/single.html"
echo '<?php' >"$root/wp-content/themes/blocks/index.php"

php -S "127.0.0.1:$port" -t "$root" >"$work/server.log" 2>&1 &
server=$!
for _ in $(seq 50); do
    if curl -s -o /dev/null "$site/readme.html"; then break; fi
    sleep 0.1
done
if ! kill -0 "$server" 2>/dev/null; then
    cat "$work/server.log"
    exit 1
fi

# In the site's own code, without a browser.
inside() { # PHP
    (cd "$root" && php -d display_errors=0 -r '$_SERVER["HTTP_HOST"] = "'"${site#http://}"'"; require "wp-load.php"; '"$1")
}
as() { # USER CURL_ARGUMENTS...
    local user=$1
    shift
    curl -sS --max-time 120 -b "$work/$user.cookies" -c "$work/$user.cookies" "$@"
}
log_in() { # USER PASSWORD
    as "$1" -o /dev/null "$site/wp-login.php"
    as "$1" -o /dev/null --data-urlencode "log=$1" --data-urlencode "pwd=$2" --data 'testcookie=1' "$site/wp-login.php"
}
rest() { # USER METHOD ROUTE [JSON]
    local nonce
    nonce=$(as "$1" "$site/wp-admin/admin-ajax.php?action=rest-nonce")
    as "$1" -X "$2" -H "X-WP-Nonce: $nonce" -H 'Content-Type: application/json' --data "${4:-{\}}" "$site/?rest_route=$3"
}
# Publishes as USER what comes on standard input, and prints the id.
publish() { # USER
    local body
    body=$(php -r 'echo json_encode( array( "title" => "t", "status" => "publish", "content" => stream_get_contents( STDIN ) ) );')
    rest "$1" POST /wp/v2/posts "$body" | php -r '$post = json_decode( stream_get_contents( STDIN ), true ); if ( empty( $post["id"] ) ) { fwrite( STDERR, print_r( $post, true ) ); exit( 1 ); } echo $post["id"];'
}
visit() { curl -sSL "$site/?p=$1"; }
save_settings() { # RELEASE PAGE
    local form nonce
    form=$(as boss "$site/wp-admin/options-general.php?page=pipeline-lever")
    nonce=$(grep -oE 'name="_wpnonce" value="[^"]+"' <<<"$form" | head -n 1 | sed 's/.*value="//; s/"//')
    as boss -L --data-urlencode "_wpnonce=$nonce" --data 'option_page=pipeline-lever&action=update' \
        --data-urlencode '_wp_http_referer=/wp-admin/options-general.php?page=pipeline-lever' \
        --data-urlencode "pipeline_lever_settings[release]=$1" --data-urlencode "pipeline_lever_settings[page]=$2" "$site/wp-admin/options.php"
}

installed=$(curl -sS --data 'weblog_title=Site&user_name=boss&admin_password=boss-password-1&admin_password2=boss-password-1&pw_weak=1&admin_email=boss@site.example&blog_public=0' "$site/wp-admin/install.php?step=2")
has 'WordPress is installed' "$installed" 'wp-login.php'
version=$(inside 'echo $GLOBALS["wp_version"];')
echo "      WordPress $version, PHP $(php -r 'echo PHP_VERSION;')"
inside 'switch_theme( "classic" ); wp_insert_user( array( "user_login" => "writer", "user_pass" => "writer-password-1", "user_email" => "writer@site.example", "role" => "author" ) );'
log_in boss boss-password-1
log_in writer writer-password-1

# --- From activation to the first page ------------------------------------------------------------------------------

has 'the plugin is activated' "$(rest boss POST /wp/v2/plugins/pipeline-lever '{"status":"active"}')" '"status":"active"'
has 'its settings can be reached from the list of plugins' "$(as boss "$site/wp-admin/plugins.php")" 'options-general.php?page=pipeline-lever'

short=$(printf '[pipeline_lever]' | publish boss)
html=$(visit "$short")
lacks 'before an address is set visitors see nothing' "$html" 'pipeline'
has 'before an address is set editors see why' "$(as writer "$site/?p=$short")" 'Visitors do not see this message.'

has 'the settings page shows the two fields' "$(as boss "$site/wp-admin/options-general.php?page=pipeline-lever")" 'name="pipeline_lever_settings[release]"'
has 'a bad address is refused with a message' "$(save_settings 'javascript:alert(1)' '')" 'has to begin with https://'
has 'a good address is saved' "$(save_settings 'https://cdn.example/pipeline-lever/1/pipeline-lever.js' 'https://site.example/calculator?a=1&b=2')" 'value="https://cdn.example/pipeline-lever/1/"'
has 'it is stored as one option' "$(inside 'echo json_encode( get_option( "pipeline_lever_settings" ), JSON_UNESCAPED_SLASHES );')" '{"release":"https://cdn.example/pipeline-lever/1/","page":"https://site.example/calculator?a=1&b=2"}'
lacks 'an author cannot open the settings' "$(as writer "$site/wp-admin/options-general.php?page=pipeline-lever")" 'pipeline_lever_settings'

touch "$root/nobody-writes-scripts"
has 'who may not write scripts cannot change the folder' "$(save_settings 'https://evil.example/' '')" 'only who may put scripts into pages'
has 'and it stayed, but on the command line it can be set' "$(inside 'echo get_option( "pipeline_lever_settings" )["release"]; update_option( "pipeline_lever_settings", array( "release" => "https://cli.example/" ) );')" 'https://cdn.example/pipeline-lever/1/'
has 'and is used' "$(visit "$short")" 'https://cli.example/pipeline-lever.js'
rm "$root/nobody-writes-scripts"
save_settings 'https://cdn.example/pipeline-lever/1/' '' >/dev/null

# --- What visitors get ----------------------------------------------------------------------------------------------

several=$(publish boss <<'POST'
<!-- wp:shortcode -->
[pipeline_lever lang="lt" currency="EUR" preset="talk-full" theme="dark" mode="compact" loading="eager" cta_url="https://agency.example/audit?a=1&b=2" cta_label="Užsisakyti auditą" cta_target="_blank" onclick="alert(1)"]
<!-- /wp:shortcode -->
<!-- wp:pipeline-lever/widget {"lang":"ka","state":"1.eyJ2IjoxfQ","cta_url":"tel:+37060000000","align":"wide","url":"https://cdn.example/pipeline-lever/1.4.2/"} /-->
<!-- wp:paragraph -->
<p>[pipeline_lever preset="nothing"] and text</p>
<!-- /wp:paragraph -->
POST
)
other=$(printf 'A page about <em>pipelines</em>.' | publish boss)
for theme in classic blocks; do
    inside "switch_theme( '$theme' );"
    html=$(visit "$several")
    has "$theme theme: the shortcode writes the element" "$html" '<pipeline-lever lang="lt" currency="EUR" preset="talk-full" theme="dark" mode="compact" loading="eager" cta-url="https://agency.example/audit?a=1&#038;b=2" cta-label="Užsisakyti auditą" cta-target="_blank"><a href="https://cdn.example/pipeline-lever/1/?lang=lt" lang="lt">Atidaryti skaičiuoklę</a></pipeline-lever>'
    has "$theme theme: the block writes the element" "$html" '<pipeline-lever lang="ka" state="1.eyJ2IjoxfQ" cta-url="tel:+37060000000"><a href="https://cdn.example/pipeline-lever/1.4.2/?lang=ka#s=1.eyJ2IjoxfQ" lang="ka">კალკულატორის გახსნა</a></pipeline-lever>'
    has "$theme theme: the block can be wide" "$html" 'alignwide'
    has "$theme theme: in a line of text only what is good stays" "$html" '<pipeline-lever lang="en"><a href='
    count "$theme theme: three widgets" "$html" '<pipeline-lever ' 3
    count "$theme theme: one script" "$html" 'pipeline-lever.js' 1
    script=$(grep -F 'pipeline-lever.js' <<<"$html" | tr "'" '"')
    has "$theme theme: it is a module" "$script" 'type="module"'
    has "$theme theme: its version is that of the widget rendered first, and nothing is added to its address" "$script" ' src="https://cdn.example/pipeline-lever/1.4.2/pipeline-lever.js"'
    lacks "$theme theme: it asks for no script within the page" "$html" 'importmap'
    lacks "$theme theme: a page without the widget loads nothing of it" "$(visit "$other")" 'pipeline-lever'
done
inside 'switch_theme( "classic" );'

# WordPress speaks a language only when it has a file for it, be it one without a single translation.
mkdir -p "$root/wp-content/languages"
php -r '$head = "Language: lt\n"; echo pack( "V11", 0x950412de, 0, 1, 28, 36, 0, 44, 0, 44, strlen( $head ), 45 ), "\0", $head, "\0";' >"$root/wp-content/languages/lt_LT.mo"
inside 'update_option( "WPLANG", "lt_LT" );'
has 'the language of the site is that of the widget' "$(visit "$short")" '<pipeline-lever lang="lt"><a href="https://cdn.example/pipeline-lever/1/?lang=lt" lang="lt">Atidaryti skaičiuoklę</a>'
inside 'update_option( "WPLANG", "" );'

feed=$(curl -sS "$site/?feed=rss2")
has 'feeds have the link' "$feed" 'Open the calculator'
lacks 'feeds do not have the element' "$feed" '<pipeline-lever'

# --- What an author can do, who may not write scripts ---------------------------------------------------------------

attack=$(publish writer <<'POST'
<pipeline-lever onclick="alert(1)">raw</pipeline-lever><script>alert(2)</script>

[pipeline_lever url="https://evil.example/pipeline-lever/1/" cta_url="javascript:alert(3)" cta_label="x" cta_target="_blank"]

[pipeline_lever url="https://cdn.example/pipeline-lever/../evil/1/" cta_url="javascript&colon;alert(4)" link="javascript:alert(5)"]

[pipeline_lever cta_label='" onmouseover="alert(6)' state='1.a" onfocus="alert(7)']

[pipeline_lever cta_label="</pipeline-lever><script>alert(8)</script>" lang="lt' onclick='alert(9)"]

[pipeline_lever cta_url="https://agency.example/?a=1&b=2" cta_label="R&D"]

<!-- wp:pipeline-lever/widget {"url":"https://evil.example/","cta_url":"javascript:alert(10)","lang":["lt"],"state":{"a":1},"cta_label":"\"\u003e\u003cscript\u003ealert(11)\u003c/script\u003e","className":"x\" onclick=\"alert(12)"} /-->
POST
)
html=$(visit "$attack")
count 'author: the widgets are there, and no other' "$html" '<pipeline-lever ' 6
has 'author: addresses and labels with & are whole' "$html" '<pipeline-lever lang="en" cta-url="https://agency.example/?a=1&#038;b=2" cta-label="R&amp;D">'
count 'author: one script, from the folder that is set' "$html" 'https://cdn.example/pipeline-lever/1/pipeline-lever.js' 1
lacks 'author: no other host is named' "$html" 'evil'
# A real parser says whether anything broke out of the attributes.
escaped=$(php -r '
	libxml_use_internal_errors( true );
	$page = new DOMDocument();
	$page->loadHTML( "<?xml encoding=\"utf-8\"?>" . stream_get_contents( STDIN ) );
	foreach ( $page->getElementsByTagName( "*" ) as $element ) {
		if ( "script" === $element->nodeName && false !== strpos( $element->textContent, "alert(" ) ) {
			echo "script: ", $element->textContent, "\n";
		}
		foreach ( $element->attributes as $attribute ) {
			$is_event   = 0 === strpos( $attribute->nodeName, "on" );
			$is_address = in_array( $attribute->nodeName, array( "href", "src", "cta-url" ), true );
			if ( $is_event || ( $is_address && false !== stripos( $attribute->nodeValue, "javascript:" ) ) ) {
				echo $element->nodeName, ": ", $attribute->nodeName, "=", $attribute->nodeValue, "\n";
			}
		}
	}' <<<"$html")
if [ -z "$escaped" ]; then verdict yes 'author: nothing runs'; else verdict no 'author: nothing runs' "$escaped"; fi

# --- The editor -----------------------------------------------------------------------------------------------------

editor=$(as writer "$site/wp-admin/post-new.php")
has 'the editor gets the code of the block' "$editor" 'const pipelineLeverBlock = {'
count 'the editor gets it once' "$editor" 'const pipelineLeverBlock = {' 1
has 'the editor knows its attributes' "$editor" '"cta_target":{"type":"string"}'
lacks 'the editor loads nothing of the release' "$editor" 'cdn.example'

if command -v chromedriver >/dev/null && command -v node >/dev/null; then
    # A release on the site itself, of which only the element's name is real.
    mkdir -p "$root/pipeline-lever/1"
    echo 'customElements.define("pipeline-lever", class extends HTMLElement { connectedCallback() { this.dataset.ran = this.lang; } });' >"$root/pipeline-lever/1/pipeline-lever.js"
    touch "$root/with-policy"
    has 'a release on the site itself can be set' "$(save_settings "$site/pipeline-lever/1" '')" "value=\"$site/pipeline-lever/1/\""
    if said=$(node "$(dirname "$0")/editor.mjs" "$site" writer writer-password-1 "$(printf '[pipeline_lever lang="lt"]' | publish boss)" "$other"); then
        verdict yes 'in Chromium'
    else
        verdict no 'in Chromium' ''
    fi
    sed 's/^/      /' <<<"$said"
else
    echo 'SKIPPED: the editor and the page in a browser, for want of node or chromedriver'
fi

if [ "${KEEP:-}" = 1 ]; then
    echo "      $site/wp-admin/ as boss, boss-password-1, or writer, writer-password-1; Enter ends it"
    read -r _
fi

# --- The end --------------------------------------------------------------------------------------------------------

rest boss POST /wp/v2/plugins/pipeline-lever '{"status":"inactive"}' >/dev/null
has 'deactivated, the setting stays' "$(inside 'var_export( get_option( "pipeline_lever_settings" ) );')" '/pipeline-lever/1/'
has 'the plugin is deleted' "$(rest boss DELETE /wp/v2/plugins/pipeline-lever)" '"deleted":true'
has 'with it the setting' "$(inside 'var_export( get_option( "pipeline_lever_settings" ) );')" 'false'
notices=$(grep -i 'pipeline' "$root/debug.log" 2>/dev/null || true)
if [ -z "$notices" ]; then verdict yes 'PHP had nothing to say about the plugin'; else verdict no 'PHP had nothing to say about the plugin' "$notices"; fi

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
