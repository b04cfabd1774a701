@echo off
rem {{ says.what }}
title {{ site.name }}
set "ME=%~f0"
powershell -NoProfile -ExecutionPolicy Bypass -Command "$me=$env:ME; $parts=[IO.File]::ReadAllText($me) -split ('#PO'+'WER#'); Invoke-Expression $parts[1]"
pause
exit /b
#POWER#
$root = [IO.Path]::GetFullPath((Split-Path -Parent $me))
$listener = $null
foreach ($port in 8000..8010) {
  try {
    $listener = New-Object System.Net.Sockets.TcpListener([System.Net.IPAddress]::Any, $port)
    $listener.Start()
    break
  } catch { $listener = $null }
}
if (-not $listener) { Write-Host '{{ says.failed }}'; return }
$found = [System.Net.Dns]::GetHostAddresses([System.Net.Dns]::GetHostName())
$found = @($found | Where-Object { $_.AddressFamily -eq 'InterNetwork' -and -not $_.ToString().StartsWith('169.254.') })
$first = if ($found.Count) { $found[0].ToString() } else { 'localhost' }
Write-Host ''
Write-Host '{{ says.type }}'
foreach ($address in $found) { Write-Host ('    http://' + $address.ToString() + ':' + $port + '/') -ForegroundColor Yellow }
Write-Host '{{ says.allow }}'
Write-Host '{{ says.stop }}'
Start-Process ('http://' + $first + ':' + $port + '/')
$serve = {
  param($client, $root)
  $kinds = @{ '.html' = 'text/html; charset=utf-8'; '.txt' = 'text/plain; charset=utf-8'; '.pdf' = 'application/pdf'; '.png' = 'image/png' }
  try {
    $client.ReceiveTimeout = 10000
    $client.SendTimeout = 60000
    $stream = $client.GetStream()
    $bytes = New-Object byte[] 8192
    $request = ''
    while (-not $request.Contains("`r`n`r`n") -and $request.Length -lt 8192) {
      $count = $stream.Read($bytes, 0, $bytes.Length)
      if ($count -eq 0) { break }
      $request += [Text.Encoding]::ASCII.GetString($bytes, 0, $count)
    }
    $words = $request.Split(' ')
    $path = ''
    if ($words.Length -gt 1) { $path = [Uri]::UnescapeDataString($words[1].Split('?')[0]).TrimStart('/') }
    if ($path -eq '') { $path = 'index.html' }
    $full = [IO.Path]::GetFullPath([IO.Path]::Combine($root, $path))
    $inside = $full.StartsWith($root.TrimEnd('\', '/') + [IO.Path]::DirectorySeparatorChar)
    $plain = @('GET', 'HEAD') -contains $words[0]
    if ($plain -and $inside -and [IO.File]::Exists($full)) {
      $body = [IO.File]::ReadAllBytes($full)
      $kind = $kinds[[IO.Path]::GetExtension($full).ToLower()]
      if (-not $kind) { $kind = 'application/octet-stream' }
      $head = "HTTP/1.0 200 OK`r`nContent-Type: $kind`r`nContent-Length: $($body.Length)`r`nConnection: close`r`n`r`n"
    } else {
      $body = [Text.Encoding]::ASCII.GetBytes('404')
      $head = "HTTP/1.0 404 Not Found`r`nContent-Type: text/plain`r`nContent-Length: 3`r`nConnection: close`r`n`r`n"
    }
    $start = [Text.Encoding]::ASCII.GetBytes($head)
    $stream.Write($start, 0, $start.Length)
    if ($words[0] -ne 'HEAD') { $stream.Write($body, 0, $body.Length) }
    $stream.Flush()
  } catch { } finally { $client.Close() }
}
$pool = [RunspaceFactory]::CreateRunspacePool(1, 16)
$pool.Open()
while ($true) {
  $client = $listener.AcceptTcpClient()
  $worker = [PowerShell]::Create()
  $worker.RunspacePool = $pool
  [void]$worker.AddScript($serve).AddArgument($client).AddArgument($root)
  [void]$worker.BeginInvoke()
}
